using System.Collections.Immutable;
using WsgiLsp.Decks.Text;
using WsgiLsp.Server.Documents;
using TextEdit = WsgiLsp.Decks.Text.TextEdit;

namespace WsgiLsp.Server.Sheets;

/// <summary>Something to write into a sheet, as lines of their own.</summary>
/// <param name="After">The line behind whose end it goes, 0-based; -1 for the beginning.</param>
/// <param name="Lines">The lines, without line ends.</param>
internal sealed record SheetEdit(int After, ImmutableArray<string> Lines)
{
    /// <summary>Whether what stands behind is replaced; the last line is then the one for the next answer.</summary>
    public bool ReplacesRest { get; init; }

    /// <summary>
    /// The edit of a document. It begins at a line's end, so that an editor's caret below stays below what is written, on the
    /// next answer's line; there is one after the last line.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="kept">How many empty pieces at the end of the client's texts are no lines.</param>
    public TextEdit In(OpenDocument document, int kept)
    {
        var text = document.Text;
        var last = text.LineCount - 1;
        var after = Math.Min(After, last);
        var start = after < 0 ? 0 : text.LineStart(after) + text.GetLine(after).Length;
        var end = ReplacesRest ? text.Length : start;
        var lineEnd = text.ToString(new TextSpan(0, Math.Min(text.Length, 4096)))
            .Contains("\r\n", StringComparison.Ordinal)
            ? "\r\n"
            : "\n";
        var missing =
            ReplacesRest ? kept
            : after >= last - kept ? 1
            : 0;
        var lines = Lines.Concat(Enumerable.Repeat("", missing));
        var written = string.Join(lineEnd, lines);
        return new TextEdit(TextSpan.FromBounds(start, end), after < 0 ? written : lineEnd + written);
    }
}
