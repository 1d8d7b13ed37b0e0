using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Tests.Panel;

/// <summary>A deck with a card of each kind, a log and a clock that stands still: sessions in a panel, and at a terminal.</summary>
internal sealed class PanelTable : IDisposable
{
    private const string DeckPath = "/decks/kinds.deck.md";

    private readonly TempFolder folder = new();
    private readonly Deck deck;

    public PanelTable(string? text = null)
    {
        deck = Deck.Parse(
            text ?? File.ReadAllText(Path.Join(GoldenFolder, "kinds.deck.md")),
            new DeckSettings { FileName = "kinds.deck.md" }
        );
        Log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Path), Clock);
    }

    public static string GoldenFolder { get; } = Path.Join(AppContext.BaseDirectory, "Panel", "Golden");

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));

    public ReviewLog Log { get; }

    public PanelDecks Decks => new([DeckPath], path => path == DeckPath ? deck : null, _ => null);

    public IEnumerable<Card> Cards => deck.Cards;

    /// <summary>What the log has of answers and what was done with them, without ids and times.</summary>
    public IReadOnlyList<string> Events =>
        [
            .. Log.ReadAll()
                .Select(row => row.Event)
                .Select(e => $"{e.Kind} {e.Item} {e.Mode} {e.Grade} {e.Given} {e.Correct} {e.Hints}"),
        ];

    public StudyRunner Runner(IEnumerable<string> ids, StudyMode mode = StudyMode.Mixed)
    {
        ImmutableArray<SessionItem> items =
        [
            .. ids.Select(id => deck.Cards.Single(card => card.Id == id))
                .Select(card => SessionPlan.Item(card, card.Items[0], ItemState.New, seed: 1, mode)),
        ];
        return new StudyRunner(items, "Kinds", Log, Clock, new TranscriptOptions { Known = KnownWords.Of(deck.Cards) });
    }

    public PanelSession Panel(IEnumerable<string> ids, StudyMode mode = StudyMode.Mixed) =>
        new("s1", Runner(ids, mode), Decks);

    public void Dispose()
    {
        Log.Dispose();
        folder.Dispose();
    }
}
