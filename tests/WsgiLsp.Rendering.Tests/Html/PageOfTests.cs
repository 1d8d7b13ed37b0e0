namespace WsgiLsp.Rendering.Tests.Html;

/// <summary>A page that has one image for all sources, and one place for all relative links.</summary>
internal static class PageOfTests
{
    public const string Image = "data:image/png;base64,AA==";

    public const string Link = "#card-x";

    public static SafeHtmlOptions Options { get; } =
        new()
        {
            Image = _ => Image,
            Link = _ => Link,
            References = [new LinkReference("label", "javascript:alert(1)")],
        };
}
