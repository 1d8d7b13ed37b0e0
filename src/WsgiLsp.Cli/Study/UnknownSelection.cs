using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>What to say where a session is to ask from something that is in none of the decks.</summary>
internal static class UnknownSelection
{
    /// <summary>Complains about all such names.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool IsIn(CardSelection selection, List<NamedDeck> decks, Terminal terminal)
    {
        var cards = decks.SelectMany(one => one.Deck.Cards).ToList();
        List<string> complaints =
        [
            .. Unknown("deck", selection.Decks, cards.Select(card => card.DeckId)),
            .. Unknown("group", selection.Groups, cards.SelectMany(card => card.Path)),
            .. Unknown("card", selection.Cards, cards.SelectMany<Card, string>(card => [card.Id, card.Key])),
            .. Unknown("tag", selection.Tags, cards.SelectMany(card => card.Tags)),
        ];
        complaints.ForEach(terminal.Complain);
        return complaints.Count > 0;
    }

    private static IEnumerable<string> Unknown(string what, IEnumerable<string> wanted, IEnumerable<string> all)
    {
        var known = all.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted
            .Where(word => !known.Contains(word))
            .Select(word => $"no {what} '{word}' in these decks{NearestWord.Suggestion(word, known)}");
    }
}
