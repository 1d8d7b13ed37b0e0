using BenchmarkDotNet.Attributes;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Benchmarks.Decks;

/// <summary>A deck is opened: cut into sections, read, looked at by rules.</summary>
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(10)]
public class ReadBenchmarks
{
    private OpenDeck open = null!;
    private ParsedSection[] parsed = [];

    /// <summary>How many cards it has.</summary>
    [Params(1_000, 5_000)]
    public int Cards { get; set; }

    [GlobalSetup]
    public void Open()
    {
        open = new OpenDeck(Cards);
        parsed =
        [
            .. open
                .Deck.Entries.Select(entry => entry.Section)
                .Where(section => section.Context.Role != SectionRole.Preamble)
                .Select(section => SectionParser.Read(section.Text, section.Level, section.Context)),
        ];
    }

    /// <summary>Front matter is read, and headings are found.</summary>
    [Benchmark]
    public int Chunk() => DeckBuilder.Scan(open.Text).Cuts.Count;

    /// <summary>All of it, with what rules find in each section.</summary>
    [Benchmark(Baseline = true)]
    public int Parse() => Deck.Parse(open.Text, OpenDeck.Settings).SectionCount;

    /// <summary>Only the rules: of each section, that is read already, and of the deck.</summary>
    [Benchmark]
    public int CheckRules()
    {
        var rules = RuleSet.For(OpenDeck.Settings.Rules);
        return parsed.Sum(section => rules.Check(section).Length) + rules.Check(open.Deck).Count;
    }
}
