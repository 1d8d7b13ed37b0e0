using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Workspace;

/// <summary>A relative link or image.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Place">The address, or the whole link where the address stands elsewhere; its text is left out.</param>
/// <param name="IsImage">Whether it is an image.</param>
/// <param name="HasOwnAddress">Whether the place is the address, which a fix may write anew.</param>
/// <param name="Hash">Where in the place the fragment's <c>#</c> stands; -1 where there is none.</param>
internal sealed record OutlineLink(LinkTarget Target, Mention Place, bool IsImage, bool HasOwnAddress, int Hash)
{
    public static OutlineLink Of(SectionSource source, SectionLink link, WordPool? words) =>
        new(
            words is null ? link.Target : link.Target with { Path = words.Once(link.Target.Path) },
            Mention.At(source, link.Span, ""),
            link.IsImage,
            link.HasOwnAddress,
            link.HasOwnAddress ? source.Text.AsSpan(link.Span.Start, link.Span.Length).IndexOf('#') : -1
        );
}
