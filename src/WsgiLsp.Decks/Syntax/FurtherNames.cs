using System.Collections.Immutable;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Names of a section's places besides its anchor and id.</summary>
internal static class FurtherNames
{
    /// <summary>
    /// On GitHub a heading with blanks or attributes has an anchor of its whole text, and HTML names places.
    /// </summary>
    /// <param name="text">The section.</param>
    /// <param name="heading">The heading's lines; empty for the preamble.</param>
    public static ImmutableArray<string> Of(string text, TextSpan heading)
    {
        var html = text.Contains('<', StringComparison.Ordinal) ? HtmlNames.In(text) : [];
        var title = text.AsSpan(heading.Start, heading.Length);
        return title.Contains('{') || title.Contains("==", StringComparison.Ordinal)
            ? [HeadingAnchor.Of(title.Trim("# \t").ToString()), .. html]
            : [.. html];
    }
}
