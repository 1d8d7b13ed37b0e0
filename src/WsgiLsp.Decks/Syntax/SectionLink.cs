using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A relative link or image that a section holds.</summary>
/// <param name="Url">Where it leads, as written in the text but for escapes.</param>
/// <param name="Target">The same, read.</param>
/// <param name="Span">The address where it is written in the section, else the whole link.</param>
/// <param name="IsImage">Whether it is an image.</param>
/// <param name="HasOwnAddress">Whether <paramref name="Span"/> is the address itself, and not a reference to a definition.</param>
internal sealed record SectionLink(string Url, LinkTarget Target, TextSpan Span, bool IsImage, bool HasOwnAddress);
