#pragma warning disable MA0025, CA1065, CA1822 // The contract; its code follows.
namespace WsgiLsp.Decks.Text;

/// <summary>An immutable text of lines. Line ends are LF, CRLF or CR, as LSP has them.</summary>
public sealed class SourceText
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => throw new NotImplementedException();

    /// <summary>Number of lines: one more than line ends.</summary>
    public int LineCount => throw new NotImplementedException();

    /// <summary>The offset of a position; a line or column past the end is taken as the end, as LSP asks.</summary>
    public int GetOffset(LinePosition position) => throw new NotImplementedException();

    /// <summary>The position of an offset in 0…<see cref="Length"/>.</summary>
    public LinePosition GetPosition(int offset) => throw new NotImplementedException();

    /// <summary>A line's text without its line end.</summary>
    public ReadOnlySpan<char> GetLine(int line) => throw new NotImplementedException();

    /// <summary>A copy of a stretch.</summary>
    public string ToString(TextSpan span) => throw new NotImplementedException();

    /// <summary>A copy of all.</summary>
    public override string ToString() => ToString(new TextSpan(0, Length));
}
