using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>What a session is made of: decks, what the log knows of them, and what is wanted.</summary>
/// <param name="Log">The log.</param>
/// <param name="Decks">The decks.</param>
/// <param name="States">What the log knows.</param>
/// <param name="Moment">When it begins.</param>
/// <param name="Options">What is asked; with what the last exam missed where that is wanted.</param>
internal sealed record SessionBasis(
    ReviewLog Log,
    List<Deck> Decks,
    ItemStates States,
    StudyMoment Moment,
    SessionOptions Options
)
{
    /// <summary>The cards of all decks.</summary>
    public List<Card> Cards { get; } = [.. Decks.SelectMany(deck => deck.Cards)];

    /// <summary>Reads the log after histories have followed their cards, and says which did.</summary>
    public static SessionBasis Read(Terminal terminal, List<NamedDeck> named, ReviewLog log, SessionOptions options)
    {
        HistoryUpdate.Run(terminal, log, named);
        return new SessionBasis(
            log,
            named.ConvertAll(one => one.Deck),
            log.ReadItemStates(),
            log.Now,
            options.Choice.HasFlag(ItemChoice.Missed) ? options with { Missed = log.ReadExamMisses() } : options
        );
    }
}
