using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>
/// A diagnostic that is written once, however often it is sent: all of a document's are sent at each key, and nearly all
/// say what they said.
/// </summary>
/// <param name="diagnostic">The diagnostic.</param>
public sealed class WrittenDiagnostic(Diagnostic diagnostic)
{
    private byte[]? _json;

    /// <summary>The diagnostic.</summary>
    public Diagnostic Diagnostic => diagnostic;

    internal ReadOnlySpan<byte> Json => _json ??= Write();

    private byte[] Write()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, OutgoingMessage.Options);
        JsonSerializer.Serialize(json, diagnostic, LspJsonContext.Default.Diagnostic);
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}

/// <summary>Diagnostics of a document, of which each is written once.</summary>
/// <param name="items">The diagnostics.</param>
public sealed class WrittenDiagnostics(WrittenDiagnostic[] items) : IReadOnlyList<Diagnostic>
{
    /// <inheritdoc/>
    public int Count => items.Length;

    internal ReadOnlySpan<WrittenDiagnostic> Items => items;

    /// <inheritdoc/>
    public Diagnostic this[int index] => items[index].Diagnostic;

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => items.Select(item => item.Diagnostic).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Takes what is written already.</summary>
internal sealed class DiagnosticsConverter : JsonConverter<IReadOnlyList<Diagnostic>>
{
    public override IReadOnlyList<Diagnostic>? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => JsonSerializer.Deserialize(ref reader, LspJsonContext.Default.IReadOnlyListDiagnostic);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> value, JsonSerializerOptions options)
    {
        if (value is not WrittenDiagnostics written)
        {
            JsonSerializer.Serialize(writer, value, LspJsonContext.Default.IReadOnlyListDiagnostic);
            return;
        }

        writer.WriteStartArray();
        foreach (var diagnostic in written.Items)
        {
            writer.WriteRawValue(diagnostic.Json, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
