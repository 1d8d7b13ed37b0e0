using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>How much of a deck there is to study.</summary>
/// <param name="Id">The deck's id.</param>
/// <param name="Title">The deck's title.</param>
/// <param name="Counts">The numbers, as if this deck were studied alone.</param>
internal sealed record DeckDue(string Id, string Title, DueCounts Counts)
{
    /// <summary>Each deck by itself, in their order; decks of one name are one.</summary>
    public static List<DeckDue> Of(
        IReadOnlyCollection<Deck> decks,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        List<Card> all = [.. decks.SelectMany(deck => deck.Cards)];
        return
        [
            .. decks
                .GroupBy(deck => deck.Id, StringComparer.OrdinalIgnoreCase)
                .Select(group => new DeckDue(
                    group.Key,
                    group.First().Title,
                    DueCounts.Of(
                        Surroundings([.. group.SelectMany(deck => deck.Cards)], all),
                        states,
                        moment,
                        options with
                        {
                            Selection = options.Selection with { Decks = [group.Key] },
                        }
                    )
                )),
        ];
    }

    /// <summary>All cards where a deck's cards require some of others, else its own, which are counted much faster.</summary>
    private static List<Card> Surroundings(List<Card> own, List<Card> all) =>
        own.Exists(card =>
            !card.RequiresDecks.IsEmpty || card.Requires.Any(id => id.Contains('/', StringComparison.Ordinal))
        )
            ? all
            : own;
}
