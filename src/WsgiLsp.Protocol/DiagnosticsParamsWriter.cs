using System.Buffers;
using System.Text.Json;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol;

/// <summary>
/// Writes the params of <c>textDocument/publishDiagnostics</c> of diagnostics that were written before, one by one: all
/// of a document's are sent at each key, and nearly all say what they said.
/// </summary>
public sealed class DiagnosticsParamsWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A diagnostic as JSON, for <see cref="Write(string, IEnumerable{byte[]}, int?)"/>.</summary>
    public static byte[] Write(Diagnostic diagnostic)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, OutgoingMessage.Options);
        JsonSerializer.Serialize(json, diagnostic, LspJsonContext.Default.Diagnostic);
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The params as JSON; they hold until the next call.</summary>
    /// <param name="uri">The document's URI.</param>
    /// <param name="diagnostics">Its diagnostics, each as <see cref="Write(Diagnostic)"/> made it.</param>
    /// <param name="version">Its version; null where the client does not want it.</param>
    public ReadOnlyMemory<byte> Write(string uri, IEnumerable<byte[]> diagnostics, int? version)
    {
        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes, OutgoingMessage.Options);
        json.WriteStartObject();
        json.WriteString("uri"u8, uri);
        json.WriteStartArray("diagnostics"u8);
        foreach (var diagnostic in diagnostics)
        {
            json.WriteRawValue(diagnostic, skipInputValidation: true);
        }

        json.WriteEndArray();
        if (version is { } number)
        {
            json.WriteNumber("version"u8, number);
        }

        json.WriteEndObject();
        json.Flush();
        return _bytes.WrittenMemory;
    }
}
