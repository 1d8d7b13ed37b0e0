using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>How much a client wants to be told by <c>$/logTrace</c>.</summary>
public static class TraceValue
{
    /// <summary>Nothing.</summary>
    public const string Off = "off";

    /// <summary>Messages.</summary>
    public const string Messages = "messages";

    /// <summary>Messages with details.</summary>
    public const string Verbose = "verbose";
}

/// <summary>Who the client is.</summary>
public sealed record ClientInfo(string Name, string? Version = null);

/// <summary>Who the server is.</summary>
public sealed record ServerInfo(string Name, string? Version = null);

/// <summary>What a client says first. <c>ProcessId</c> is its process, whose end ends the server.</summary>
public sealed record InitializeParams(
    ClientCapabilities Capabilities,
    int? ProcessId = null,
    ClientInfo? ClientInfo = null,
    string? Locale = null,
    string? RootPath = null,
    string? RootUri = null,
    JsonElement? InitializationOptions = null,
    string? Trace = null,
    IReadOnlyList<WorkspaceFolder>? WorkspaceFolders = null,
    JsonElement? WorkDoneToken = null
);

/// <summary>What the server answers.</summary>
public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo? ServerInfo = null);

/// <summary>The client has the answer to <c>initialize</c>.</summary>
public sealed record InitializedParams;

/// <summary>The wanted <see cref="TraceValue"/>.</summary>
public sealed record SetTraceParams(string Value);

/// <summary>A line of the trace; <c>Verbose</c> only under <see cref="TraceValue.Verbose"/>.</summary>
public sealed record LogTraceParams(string Message, string? Verbose = null);

/// <summary>The request that is cancelled, by its id.</summary>
public sealed record CancelParams(JsonElement Id);
