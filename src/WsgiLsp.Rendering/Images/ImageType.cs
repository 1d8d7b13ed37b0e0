using System.Text;

namespace WsgiLsp.Rendering.Images;

/// <summary>What kind of image a file holds, by its first bytes.</summary>
internal static class ImageType
{
    private const int Head = 1024;

    /// <summary>The media type, or null for what is no image that pages show.</summary>
    public static string? Of(ReadOnlySpan<byte> content) =>
        IsPng(content) ? "image/png"
        : content is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg"
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "image/gif"
        : content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : IsSvg(content) ? "image/svg+xml"
        : null;

    private static bool IsPng(ReadOnlySpan<byte> content) =>
        content is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..];

    private static bool IsSvg(ReadOnlySpan<byte> content)
    {
        var head = Encoding
            .UTF8.GetString(content[..Math.Min(content.Length, Head)])
            .AsSpan()
            .TrimStart("\ufeff \t\r\n");
        return head.StartsWith("<svg", StringComparison.Ordinal)
            || (
                (
                    head.StartsWith("<?xml", StringComparison.Ordinal)
                    || head.StartsWith("<!--", StringComparison.Ordinal)
                ) && head.Contains("<svg", StringComparison.Ordinal)
            );
    }
}
