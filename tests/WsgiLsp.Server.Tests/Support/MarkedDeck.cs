using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Tests.Support;

/// <summary>A deck from a text in which <c>‸</c> marks the cursor, or two of them a selection.</summary>
internal sealed class MarkedDeck
{
    private const char Mark = '‸';

    public const string Uri = "file:///decks/test.deck.md";

    public MarkedDeck(string marked)
    {
        var first = marked.IndexOf(Mark, StringComparison.Ordinal);
        var last = marked.LastIndexOf(Mark);
        Deck = Deck.Parse(
            marked.Replace(Mark.ToString(), "", StringComparison.Ordinal),
            new DeckSettings { FileName = "test.deck.md" }
        );
        Document = new OpenDocument
        {
            Uri = Uri,
            Path = "/decks/test.deck.md",
            Version = 7,
            Text = Deck.Text,
            Deck = Deck,
        };
        var start = Math.Max(first, 0);
        var end = last > first ? last - 1 : start;
        Selection = Positions.Range(Deck.Text, TextSpan.FromBounds(start, end));
    }

    public static PositionEncoding Positions { get; } = new(isUtf8: false);

    public Deck Deck { get; }

    public OpenDocument Document { get; }

    public Range Selection { get; }

    public Position Cursor => Selection.Start;

    /// <summary>The text of a range.</summary>
    public string TextOf(Range range) => Deck.Text.ToString(Positions.Span(Deck.Text, range));

    /// <summary>The text after edits, as a client applies them.</summary>
    public string Apply(IEnumerable<Protocol.Types.TextEdit> edits) =>
        edits
            .Select(edit => (Span: Positions.Span(Deck.Text, edit.Range), edit.NewText))
            .OrderByDescending(edit => edit.Span.Start)
            .Aggregate(
                Deck.Text.ToString(),
                (text, edit) => text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText)
            );
}
