using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;
using TextEdit = WsgiLsp.Protocol.Types.TextEdit;

namespace WsgiLsp.Server.Features.Formatting;

/// <summary>
/// A deck in its canonical form. There is only one, so that an editor's options have no say: <c>wsgilsp fmt</c> does the
/// same.
/// </summary>
internal static class FormattingFeature
{
    /// <summary>What has to be typed for a line to be tidied up.</summary>
    public const string Trigger = "\n";

    /// <summary>The same, as an editor calls it that goes by the key.</summary>
    public const string OtherTrigger = "\r";

    /// <summary>The edits for the whole deck.</summary>
    public static IReadOnlyList<TextEdit> Of(OpenDocument document, Deck deck, PositionEncoding positions) =>
        Edits(document, DeckFormatter.Format(deck), positions);

    /// <summary>The edits for the sections that a range touches.</summary>
    public static IReadOnlyList<TextEdit> Of(
        OpenDocument document,
        Deck deck,
        Range range,
        PositionEncoding positions
    ) => Edits(document, DeckFormatter.Format(deck, positions.Span(document.Text, range)), positions);

    /// <summary>The edits for the line above a cursor that has just left it.</summary>
    public static IReadOnlyList<TextEdit> OnType(
        OpenDocument document,
        Deck deck,
        DocumentOnTypeFormattingParams parameters,
        PositionEncoding positions
    ) =>
        parameters.Ch is Trigger or OtherTrigger
            ? Edits(document, DeckFormatter.FormatLine(deck, parameters.Position.Line - 1), positions)
            : [];

    private static IReadOnlyList<TextEdit> Edits(
        OpenDocument document,
        IEnumerable<Decks.Text.TextEdit> edits,
        PositionEncoding positions
    ) => [.. edits.Select(edit => new TextEdit(positions.Range(document.Text, edit.Span), edit.NewText))];
}
