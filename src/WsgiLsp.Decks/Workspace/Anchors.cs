using System.Buffers;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Workspace;

/// <summary>The places of a Markdown file that a link's fragment can name.</summary>
public static class Anchors
{
    private const string OfGitHub = "user-content-";

    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n>\"'");

    private static readonly SearchValues<string> NamingAttributes = SearchValues.Create(
        ["id=", "name="],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>
    /// The anchors of a file that is no deck, as GitHub gives them; null where it is nested too deeply to be read.
    /// </summary>
    /// <param name="text">The whole file.</param>
    public static IReadOnlySet<string>? Of(string text)
    {
        if (MarkdownReader.Read(FrontMatterSpan.Blank(text)) is not { } document)
        {
            return null;
        }

        var result = new HashSet<string>(StringComparer.Ordinal);
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            result.Add(CardIds.Number(HeadingAnchor.Of(Prose.Of(heading.Inline).Text), repeats));
        }

        result.UnionWith(InHtml(text));
        return result;
    }

    /// <summary>The anchors of a deck: those of its headings, and the ids of its cards.</summary>
    /// <param name="deck">The deck.</param>
    public static IReadOnlySet<string> Of(Deck deck) =>
        DeckOutline.Of("", deck).Names.ToHashSet(StringComparer.Ordinal);

    /// <summary>Names that HTML gives to places: <c>&lt;a name="x"&gt;</c>, <c>id="x"</c>.</summary>
    internal static IEnumerable<string> InHtml(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; )
        {
            var next = text.AsSpan(at).IndexOfAny(NamingAttributes);
            if (next < 0)
            {
                yield break;
            }

            var value = text.IndexOf('=', at + next) + 1;
            var name = Value(text, value);
            if (name.Length > 0)
            {
                yield return name;
            }

            at = value;
        }
    }

    /// <summary>The name that a fragment means, among some; null where it means none of them.</summary>
    internal static string? Find(string fragment, Func<string, bool> isName)
    {
        var name = fragment.StartsWith(OfGitHub, StringComparison.Ordinal) ? fragment[OfGitHub.Length..] : fragment;
        return isName(name) ? name
            : name.ToLowerInvariant() is var lower && isName(lower) ? lower
            : null;
    }

    /// <summary>Whether a fragment is the browser's or GitHub's own: the top, a line of the source, a text to find.</summary>
    internal static bool IsBuiltIn(string fragment) =>
        fragment is "top"
        || fragment.StartsWith(":~:", StringComparison.Ordinal)
        || (
            fragment is ['L', >= '0' and <= '9', ..]
            && fragment.All(c => char.IsAsciiDigit(c) || c is 'L' or 'C' or '-')
        );

    private static string Value(string text, int start)
    {
        if (start >= text.Length)
        {
            return "";
        }

        var quote = text[start];
        if (quote is not ('"' or '\''))
        {
            var rest = text.AsSpan(start);
            var bare = rest.IndexOfAny(EndOfBareValue);
            return (bare < 0 ? rest : rest[..bare]).ToString();
        }

        var end = text.IndexOf(quote, start + 1);
        return end < 0 ? "" : text[(start + 1)..end];
    }
}
