using System.Collections.Immutable;

namespace WsgiLsp.Server.Quiz;

/// <summary>
/// Clients that show a message as a notification: VS Code and its kin. A notification cuts its buttons off at about 17
/// characters, shows all lines as one, and without buttons shows its first words only and soon goes.
/// </summary>
internal static class NotifyingClients
{
    private static readonly ImmutableArray<string> Names = ["Code", "VSCodium", "Cursor", "Windsurf"];

    /// <summary>Whether a client of this name is one of them; false where it has no name.</summary>
    public static bool Include(string? name) =>
        name is not null && Names.Any(known => name.Contains(known, StringComparison.OrdinalIgnoreCase));
}
