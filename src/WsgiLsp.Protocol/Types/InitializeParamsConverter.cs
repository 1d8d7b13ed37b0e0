using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>
/// Reads what a client says first, by hand: the serializer would make some thousand types for the fifty that are in it, which is
/// most of what a client waits for at the start. What does not fit is passed over: one odd capability must not keep a client
/// from starting.
/// </summary>
internal sealed class InitializeParamsConverter : JsonConverter<InitializeParams>
{
    public override InitializeParams Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var root = JsonElement.ParseValue(ref reader);
        return new(
            ClientCapabilitiesReader.Read(
                root.Object("capabilities") ?? throw new JsonException("capabilities are missing")
            ),
            root.Number("processId"),
            root.Object("clientInfo") is { } client && client.Text("name") is { } name
                ? new(name, client.Text("version"))
                : null,
            root.Text("locale"),
            root.Text("rootPath"),
            root.Text("rootUri"),
            root.Any("initializationOptions"),
            root.Text("trace"),
            root.Array("workspaceFolders") is { } folders ? Folders(folders) : null,
            root.Any("workDoneToken")
        );
    }

    public override void Write(Utf8JsonWriter writer, InitializeParams value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Clients write it.");

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
