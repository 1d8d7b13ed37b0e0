using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// How findings reach a client. It is told those of a document, unless it asks for them itself, and can be told to ask
/// again: findings also change when other decks do. Files that are not open it is told of until it first asks about the
/// whole workspace: that it could, no client says beforehand.
/// </summary>
/// <param name="client">What the client understands.</param>
internal sealed class DiagnosticWays(Func<ClientCapabilities> client)
{
    private volatile bool asksForAll;

    /// <summary>Whether the client asks about open documents.</summary>
    public bool AsksForOpen => CanAsk(client());

    /// <summary>Whether the client asks about all files.</summary>
    public bool AsksForAll
    {
        get => asksForAll;
        set => asksForAll = value;
    }

    /// <summary>Whether a client asks about open documents.</summary>
    public static bool CanAsk(ClientCapabilities client) =>
        client.TextDocument?.Diagnostic is not null && client.Workspace?.Diagnostics?.RefreshSupport == true;
}
