using System.Text;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Documents;

/// <summary>
/// Converts between the client's columns, which count UTF-16 code units or UTF-8 bytes as negotiated, and ours.
/// </summary>
internal sealed class PositionEncoding(bool isUtf8)
{
    /// <summary>Whether columns are bytes, so that a place means nothing without its text.</summary>
    public bool CountsBytes => isUtf8;

    /// <summary>The offset of a client's position; past the end of a line is its end.</summary>
    public int Offset(SourceText text, Position position)
    {
        if (!isUtf8 || position.Line < 0 || position.Line >= text.LineCount)
        {
            return text.GetOffset(new LinePosition(position.Line, position.Character));
        }

        var line = text.GetLine(position.Line);
        var (bytes, at) = (0, 0);
        while (at < line.Length && bytes < position.Character)
        {
            Rune.DecodeFromUtf16(line[at..], out var rune, out var units);
            bytes += rune.Utf8SequenceLength;
            at += units;
        }

        return text.LineStart(position.Line) + at;
    }

    /// <summary>The edit that a client's range means; a range the wrong way round is turned.</summary>
    public TextSpan Span(SourceText text, Range range)
    {
        var (start, end) = (Offset(text, range.Start), Offset(text, range.End));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    /// <summary>A place as the client counts.</summary>
    public Position Position(SourceText text, LinePosition position)
    {
        if (!isUtf8)
        {
            return new Position(position.Line, position.Character);
        }

        var line = text.GetLine(position.Line);
        return new Position(
            position.Line,
            Encoding.UTF8.GetByteCount(line[..Math.Min(position.Character, line.Length)])
        );
    }

    /// <summary>A range as the client counts.</summary>
    public Range Range(SourceText text, LinePosition start, LinePosition end) =>
        new(Position(text, start), Position(text, end));

    /// <summary>
    /// A range in a file whose text is not at hand: where the client counts bytes, the beginning of the line.
    /// </summary>
    public Range Range(LinePosition start, LinePosition end) =>
        isUtf8
            ? new(new Position(start.Line, 0), new Position(start.Line, 0))
            : new(new Position(start.Line, start.Character), new Position(end.Line, end.Character));

    /// <summary>A span as a range, as the client counts.</summary>
    public Range Range(SourceText text, TextSpan span) =>
        Range(text, text.GetPosition(span.Start), text.GetPosition(span.End));
}
