using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Workspace;

/// <summary>The places of a Markdown file that a link's fragment can name.</summary>
public static class Anchors
{
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

        result.UnionWith(HtmlNames.In(text));
        return result;
    }

    /// <summary>The anchors of a deck: those of its headings, and the ids of its cards.</summary>
    /// <param name="deck">The deck.</param>
    public static IReadOnlySet<string> Of(Deck deck) =>
        DeckOutline.Of("", deck).Names.ToHashSet(StringComparer.Ordinal);
}
