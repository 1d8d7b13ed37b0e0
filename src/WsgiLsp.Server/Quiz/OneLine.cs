namespace WsgiLsp.Server.Quiz;

/// <summary>Several lines as one that still reads, for clients that show one line.</summary>
internal static class OneLine
{
    private const string BetweenLines = " · ";

    // Stands before a question, which would drown in what was said before it.
    private const string BeforeLast = " — ";

    private const string Closing = "\"'”’»)]";

    private const string Ends = ".!?:;…。！？";

    /// <summary>What was said as sentences, and then, set apart, what is asked or what is said last.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="last">The question, in parts; may be none.</param>
    public static string Of(IEnumerable<string> said, IEnumerable<string> last) =>
        string.Join(BeforeLast, new[] { Sentences(said), Sentences(last) }.Where(text => text.Length > 0));

    private static string Sentences(IEnumerable<string> texts)
    {
        var paragraphs = texts
            .SelectMany(text => text.Split("\n\n"))
            .Select(paragraph =>
                string.Join(
                    BetweenLines,
                    paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                )
            )
            .Where(paragraph => paragraph.Length > 0)
            .ToList();
        return string.Join(' ', paragraphs.Select((text, place) => place == paragraphs.Count - 1 ? text : Ended(text)));
    }

    private static string Ended(string text) =>
        text.AsSpan().TrimEnd(Closing) is [.., var end] && Ends.Contains(end) ? text : text + ".";
}
