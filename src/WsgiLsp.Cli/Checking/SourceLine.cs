using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Checking;

/// <summary>The line on which a finding begins, kept while its deck is let go.</summary>
/// <param name="Text">The line, or of a very long one the stretch around the finding.</param>
/// <param name="Start">Where the finding begins in <paramref name="Text"/>, in UTF-16 code units.</param>
/// <param name="End">Where it ends there, or where the line does.</param>
/// <param name="IsCutBefore">Whether the line has more before.</param>
/// <param name="IsCutAfter">Whether the line has more behind.</param>
internal sealed record SourceLine(string Text, int Start, int End, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>How much of a line is kept before a finding, and how much behind its beginning.</summary>
    private const int Before = 256;
    private const int Behind = 512;

    /// <summary>The line on which a span begins.</summary>
    public static SourceLine Of(SourceText text, LinePosition start, LinePosition end)
    {
        var line = text.GetLine(start.Line);
        var first = Math.Min(start.Character, line.Length);
        var last = end.Line > start.Line ? line.Length : Math.Clamp(end.Character, first, line.Length);

        var from = line.Length <= Before + Behind ? 0 : Border(line, Math.Max(0, first - Before));
        var to = line.Length <= Before + Behind ? line.Length : Border(line, Math.Min(line.Length, first + Behind));
        return new SourceLine(
            line[from..to].ToString(),
            first - from,
            Math.Min(last, to) - from,
            IsCutBefore: from > 0,
            IsCutAfter: to < line.Length
        );
    }

    /// <summary>A place at which no surrogate pair is cut.</summary>
    private static int Border(ReadOnlySpan<char> line, int at) =>
        at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) && char.IsHighSurrogate(line[at - 1]) ? at - 1 : at;
}
