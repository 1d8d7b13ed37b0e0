using System.Text.Json;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Handshake;

/// <summary>
/// Reads what a client says first, by hand: the serializer would make some thousand types for the fifty that are in it, which is
/// most of what a client waits for at the start. What does not fit is passed over: one odd capability must not keep a client
/// from starting.
/// </summary>
internal static class InitializeParamsReader
{
    /// <summary>Reads the params of <c>initialize</c>.</summary>
    /// <exception cref="JsonException">They say nothing of what the client can do.</exception>
    public static InitializeParams Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json.IsEmpty ? "{}"u8.ToArray() : json);
        var root = document.RootElement;
        return new(
            ClientCapabilitiesReader.Read(
                (root.ValueKind == JsonValueKind.Object ? root.Object("capabilities") : null)
                    ?? throw new JsonException("capabilities are missing")
            ),
            root.Number("processId"),
            root.Object("clientInfo") is { } client && client.Text("name") is { } name
                ? new(name, client.Text("version"))
                : null,
            root.Text("locale"),
            root.Text("rootPath"),
            root.Text("rootUri"),
            root.Any("initializationOptions")?.Clone(),
            root.Text("trace"),
            root.Array("workspaceFolders") is { } folders ? Folders(folders) : null,
            root.Any("workDoneToken")?.Clone()
        );
    }

    private static List<WorkspaceFolder> Folders(JsonElement array)
    {
        var folders = new List<WorkspaceFolder>();
        foreach (var one in array.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Object && one.Text("uri") is { } uri)
            {
                folders.Add(new(uri, one.Text("name") ?? uri));
            }
        }

        return folders;
    }
}
