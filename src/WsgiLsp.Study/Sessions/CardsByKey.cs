using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>Cards by their keys.</summary>
internal static class CardsByKey
{
    /// <summary>Of cards with one key, which a finding tells of, the first.</summary>
    public static Dictionary<string, Card> Of(IEnumerable<Card> cards)
    {
        var byKey = new Dictionary<string, Card>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            byKey.TryAdd(card.Key, card);
        }

        return byKey;
    }
}
