using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>A word of a section that names something elsewhere. Places count from the section's start.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where.</param>
/// <param name="Start">First position.</param>
/// <param name="End">Position just past it.</param>
internal sealed record Mention(string Text, TextSpan Span, LinePosition Start, LinePosition End)
{
    public static Mention At(SectionSource source, TextSpan span, string text) =>
        new(text, span, source.Position(span.Start), source.Position(span.End));

    /// <summary>The items of a key whose value is a list, in a comment or in attributes, with the places of the words.</summary>
    public static IEnumerable<(string Text, TextSpan Span)> Items(string section, MetadataEntry entry)
    {
        var raw = section.Substring(entry.ValueSpan.Start, entry.ValueSpan.Length);
        for (var start = 0; start < raw.Length; )
        {
            var comma = raw.IndexOf(',', start);
            var end = comma < 0 ? raw.Length : comma;
            var word = raw[start..end].Trim(' ', '\t', '\r', '\n', '"');
            if (word.Length > 0)
            {
                var at = raw.IndexOf(word, start, StringComparison.Ordinal);
                yield return (word, new TextSpan(entry.ValueSpan.Start + at, word.Length));
            }

            start = end + 1;
        }
    }
}
