using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Quiz;

/// <summary>How many cards a quiz would ask, for the deck and for each of its groups, counted in one pass.</summary>
internal sealed class QuizCounts
{
    private const char Separator = '\u001F';

    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);

    private QuizCounts() { }

    /// <summary>The cards at and below a group; all for an empty path.</summary>
    public int this[IReadOnlyList<string> path] => byPath.GetValueOrDefault(Key(path, path.Count));

    /// <summary>Counts the cards of a deck.</summary>
    public static QuizCounts Of(Deck deck)
    {
        var counts = new QuizCounts();
        foreach (var card in deck.Cards.Where(card => SessionPlan.CanAsk(card) && !card.Suspended))
        {
            for (var depth = 0; depth <= card.Path.Length; depth++)
            {
                var key = Key(card.Path, depth);
                counts.byPath[key] = counts.byPath.GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    // The separator in front keeps a group without a title apart from the deck.
    private static string Key(IReadOnlyList<string> path, int depth) =>
        depth == 0 ? "" : Separator + string.Join(Separator, path.Take(depth));
}
