using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Takes links and definitions out of a section's syntax tree.</summary>
internal static class SectionLinks
{
    /// <summary>Relative links, images and addresses of definitions, in the order of their places.</summary>
    public static ImmutableArray<SectionLink> Links(string text, MarkdownDocument document)
    {
        if (!text.Contains(']', StringComparison.Ordinal))
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<SectionLink>();
        foreach (var link in document.Descendants<LinkInline>())
        {
            // A reference leads where its definition does, and that one is looked at itself.
            if (link.Reference is null && link.Url is { } url && LinkTarget.Read(url) is { } target)
            {
                var hasAddress = !link.UrlSpan.IsEmpty && link.UrlSpan.End < text.Length;
                var span = hasAddress ? link.UrlSpan : link.Span;
                result.Add(new SectionLink(url, target, Bare(text, span), link.IsImage, hasAddress));
            }
        }

        foreach (var definition in Own(document))
        {
            if (LinkTarget.Read(definition.Url ?? "") is not { } target)
            {
                continue;
            }

            var span = definition.UrlSpan.IsEmpty ? definition.Span : definition.UrlSpan;
            result.Add(
                new SectionLink(
                    definition.Url!,
                    target,
                    Bare(text, span),
                    IsImage: false,
                    HasOwnAddress: !definition.UrlSpan.IsEmpty
                )
            );
        }

        result.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return result.DrainToImmutable();
    }

    /// <summary>The definitions of a text, in order, the first of each label.</summary>
    public static ImmutableArray<LinkDefinition> Definitions(MarkdownDocument document) =>
        [
            .. Own(document)
                .Select(d => new LinkDefinition(d.Label ?? "", d.Url ?? "", d.Title ?? ""))
                .DistinctBy(d => d.Label, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>An address without the angle brackets that it may stand in.</summary>
    private static TextSpan Bare(string text, SourceSpan span) =>
        span.Length > 1 && text[span.Start] == '<' && text[span.End] == '>'
            ? new TextSpan(span.Start + 1, span.Length - 2)
            : new TextSpan(span.Start, span.Length);

    // Definitions that were given to the document from elsewhere are in no group.
    private static IEnumerable<LinkReferenceDefinition> Own(MarkdownDocument document) =>
        document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group.OfType<LinkReferenceDefinition>());
}
