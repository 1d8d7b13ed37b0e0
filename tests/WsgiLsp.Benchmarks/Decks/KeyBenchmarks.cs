using BenchmarkDotNet.Attributes;
using WsgiLsp.Decks.Completions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Hover;
using WsgiLsp.Server.Workspace;
using TextEdit = WsgiLsp.Decks.Text.TextEdit;

namespace WsgiLsp.Benchmarks.Decks;

/// <summary>What a key in an open deck costs, and what is asked at a place of it.</summary>
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(10)]
public class KeyBenchmarks
{
    private const string Path = "/decks/large.deck.md";

    private readonly PositionEncoding positions = new(isUtf8: false);
    private readonly ClientCapabilities client = new();
    private OpenDeck open = null!;
    private Deck edited = null!;
    private DeckOutline outline = null!;
    private DeckWorkspace workspace = null!;
    private OpenDocument document = null!;
    private Position place;
    private TextEdit letter;
    private TextEdit fence;
    private int link;

    /// <summary>How many cards it has.</summary>
    [Params(100, 1_000, 5_000)]
    public int Cards { get; set; }

    [GlobalSetup]
    public void Open()
    {
        open = new OpenDeck(Cards);
        _ = open.Deck.Findings;
        letter = new TextEdit(new TextSpan(open.HeadingEnd, 0), "a");
        fence = new TextEdit(new TextSpan(open.Text.LineStart(8), 0), "```\n");
        edited = open.Deck.With(letter);
        outline = DeckOutline.Of(Path, open.Deck);
        workspace = DeckWorkspace.Create(["/decks"], new WorkspaceFiles()).With(outline);
        var at = open.Text.GetPosition(open.HeadingEnd);
        place = new Position(at.Line, at.Character);
        document = new OpenDocument
        {
            Uri = "file://" + Path,
            Path = Path,
            Version = 1,
            Text = open.Text,
            Deck = open.Deck,
        };
        if (Hover() is null)
        {
            throw new InvalidOperationException("there is no card at the place");
        }

        link = open.Text.ToString().IndexOf("](#", StringComparison.Ordinal) + "](#".Length;
    }

    /// <summary>A letter in a card in the middle, and all findings after it.</summary>
    [Benchmark(Baseline = true)]
    public int Letter() => open.Deck.With(letter).Findings.Length;

    /// <summary>A fence opened at the top, and all findings after it.</summary>
    [Benchmark]
    public int Fence() => open.Deck.With(fence).Findings.Length;

    /// <summary>The outline after a letter, and the workspace with it.</summary>
    [Benchmark]
    public DeckWorkspace Index() => workspace.With(DeckOutline.Of(Path, edited, outline));

    /// <summary>The answer of a card.</summary>
    [Benchmark]
    public object? Hover() => HoverFeature.At(document, open.Deck, place, positions, client);

    /// <summary>What a link can lead to.</summary>
    [Benchmark]
    public object? Complete() => DeckCompletions.At(workspace, outline, open.Deck, link, CancellationToken.None);
}
