using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Benchmarks.Learning;

/// <summary>
/// What it costs a request for lenses to say how much of a deck is due: where something changed since the last one, and where
/// nothing did. Nine in ten cards were answered, and one in thirty of them is due.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(10)]
public class LensBenchmarks
{
    private readonly StudySettings settings = new();
    private readonly StudyCounts kept = new();
    private readonly StudyMoment now = new(
        new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero),
        StudyDay.DefaultStart
    );
    private Deck deck = Deck.Parse("", new DeckSettings { FileName = "d.deck.md" });
    private LearnedStates learned = LearnedStates.None;

    /// <summary>How many cards the deck has.</summary>
    [Params(1_000, 10_000)]
    public int Cards { get; set; }

    /// <summary>Writes the deck and what is learned of it.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var text = new StringBuilder("# Deck\n");
        for (var card = 0; card < Cards; card++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(card % 50 == 0 ? $"\n## Group {card}\n" : "")}\n### What is {card}?\n<!-- card: id=c{card} -->\n\nIt is {card}.\n"
            );
        }

        deck = Deck.Parse(text.ToString(), new DeckSettings { FileName = "d.deck.md" });
        learned = LearnedStates.None with
        {
            States = ItemStates.Of(
                deck.Cards.Where((_, index) => index % 10 > 0)
                    .Select((card, index) => KeyValuePair.Create(card.Key, StateOf(index)))
            ),
        };
        kept.Of(deck, learned, settings, now);
    }

    /// <summary>As after each edit, each answer, and when something fell due.</summary>
    [Benchmark(Baseline = true)]
    public (int, int) Changed() => new StudyCounts().Of(deck, learned, settings, now);

    /// <summary>As at each further request.</summary>
    [Benchmark]
    public (int, int) Unchanged() => kept.Of(deck, learned, settings, now);

    private ItemState StateOf(int index) =>
        new()
        {
            Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(20, 5)),
            DueDay = now.Day + (index % 30),
            LastDay = now.Day - 10,
            FirstDay = now.Day - 100,
        };
}
