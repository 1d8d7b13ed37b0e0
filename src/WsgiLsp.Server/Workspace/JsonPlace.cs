using System.Text;
using System.Text.Json;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>Places in JSON text that people wrote, and its mistakes in words for them.</summary>
internal static class JsonPlace
{
    /// <summary>The line and character of a byte.</summary>
    public static LinePosition PositionOf(ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[lineStart..]));
    }

    /// <summary>The byte at which a text is no JSON.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> bytes, JsonException e)
    {
        var lineStart = 0;
        for (var line = 0; line < (e.LineNumber ?? 0); line++)
        {
            lineStart += bytes[lineStart..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(bytes.Length, lineStart + (int)(e.BytePositionInLine ?? 0));
    }

    /// <summary>Why a text is no JSON: a sentence without a point, to end a message with.</summary>
    public static string Reason(JsonException e)
    {
        // The runtime ends its sentence with the place, which counts from 0 and in bytes.
        var reason = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return reason switch
        {
            _ when reason.StartsWith("Expected depth to be zero", StringComparison.Ordinal) =>
                "it ends before every { and [ is closed",
            _ when reason.StartsWith("Expected end of string", StringComparison.Ordinal) =>
                "a text is not closed with \"",
            _ => reason,
        };
    }
}
