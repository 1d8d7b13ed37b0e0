using System.Text;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>
/// What a section says: its title, which may be a card's identity, and the HTML that it makes. In that white space counts
/// only inside code, and metadata comments by what they hold.
/// </summary>
internal static class Meaning
{
    private const string CommentStart = "<!--";

    /// <summary>The meaning of a draft, as text to compare.</summary>
    public static string Of(Draft draft)
    {
        var html = draft.Html;
        var title = (draft.Document.FirstOrDefault(block => block is HeadingBlock) as HeadingBlock)?.Inline;
        var result = new StringBuilder(html.Length).Append(Prose.Of(title).Text).Append('\n');
        var verbatim = 0;
        for (var at = 0; at < html.Length; at++)
        {
            var rest = html.AsSpan(at);
            if (html[at] == '<')
            {
                verbatim +=
                    Opens(rest) ? 1
                    : verbatim > 0 && Closes(rest) ? -1
                    : 0;
                if (rest.StartsWith(CommentStart) && MetadataComment.Read(html, at) is { } comment)
                {
                    Append(result, comment);
                    at = comment.Span.End - 1;
                    continue;
                }
            }

            if (verbatim > 0 || !char.IsWhiteSpace(html[at]))
            {
                result.Append(html[at]);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    private static bool Opens(ReadOnlySpan<char> tag) => tag.StartsWith("<pre") || tag.StartsWith("<code");

    private static bool Closes(ReadOnlySpan<char> tag) => tag.StartsWith("</pre>") || tag.StartsWith("</code>");

    // The order of different keys says nothing; among equal ones the first wins.
    private static void Append(StringBuilder result, MetadataComment comment)
    {
        result.Append(comment.IsForGroup ? "<!--cards" : "<!--card");
        foreach (var entry in comment.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result.Append('\n').Append(entry.Key).Append(entry.Value is null ? "" : "=").Append(entry.Value);
        }

        result.Append("-->");
    }
}
