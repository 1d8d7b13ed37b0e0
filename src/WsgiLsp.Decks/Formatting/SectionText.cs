using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>A section's text: what stands before its Markdown, which is front matter and in few sections, and its Markdown.</summary>
internal sealed class SectionText
{
    private readonly string header;
    private readonly SectionPlace place;
    private readonly bool isMisfenced;
    private readonly bool canBecomeFrontMatter;

    public SectionText(Deck deck, int index)
    {
        var span = deck.Section(index).Span;
        Start = span.Start;
        Original = deck.Text.ToString(span);
        var frontMatter = deck.FrontMatterSource.Place;
        BodyStart = index == 0 ? frontMatter.ContentStart : span.Start;
        isMisfenced = frontMatter.IsMisfenced(span.Start);
        canBecomeFrontMatter = !frontMatter.Exists && IsFence(deck.Text.GetLine(0).TrimStart('\uFEFF'));
        header = Original[..(BodyStart - Start)];
        Body = WithLineFeeds(Original[header.Length..]);
        place = new SectionPlace(IsFirst: index == 0, IsLast: index == deck.SectionCount - 1);
    }

    /// <summary>Where the section begins in the file.</summary>
    public int Start { get; }

    /// <summary>The section as it stands in the file.</summary>
    public string Original { get; }

    /// <summary>Where its Markdown begins in the file.</summary>
    public int BodyStart { get; }

    /// <summary>Its Markdown; lines end with LF.</summary>
    public string Body { get; }

    /// <summary>The formatted section; lines end with LF.</summary>
    public FormattedSection Format()
    {
        if (isMisfenced)
        {
            // Keys that a fence fails to make front matter are no text to lay out, though Markdown takes them for that.
            return new FormattedSection(header + Body, Refused: 0);
        }

        var body = SectionFormatter.Format(Body, place);
        if (canBecomeFrontMatter && HasFence(body.Text))
        {
            // A line of dashes that moves to the margin would close what the first line opens.
            return new FormattedSection(header + Body, Refused: 1);
        }

        if (header.Length <= 1)
        {
            // A line of dashes must not become the first one, where it could open front matter.
            var mayOpen = place.IsFirst && IsFence(FirstLine(body.Text)) && !IsFence(FirstLine(Body));
            return body with { Text = header + (mayOpen ? "\n" : "") + body.Text };
        }

        var mark = header[0] == '\uFEFF' ? "\uFEFF" : "";
        var frontMatter = FrontMatterOrder.Format(WithLineFeeds(header[mark.Length..]));
        var gap = body.Text.Length > 0 || !place.IsLast ? "\n" : "";
        return body with { Text = mark + frontMatter + gap + body.Text };
    }

    /// <summary>Whether a line but the file's first one could end front matter.</summary>
    private bool HasFence(string text)
    {
        var at = place.IsFirst ? LineEnd.Next(text, 0) : 0;
        foreach (var line in text.AsSpan(at).EnumerateLines())
        {
            if (IsFence(line) || line.TrimEnd(" \t") is "...")
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstLine(string text) => LineEnd.Trim(text.AsSpan(0, LineEnd.Next(text, 0)));

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd(" \t") is "---";

    private static string WithLineFeeds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
