using System.Collections.Immutable;

namespace WsgiLsp.Cli.Opening;

/// <summary>VS Code with the extension that it has, or with the one of this checkout for this run.</summary>
internal static class CodeStart
{
    /// <summary>The variable that names the server to an extension that is started with it.</summary>
    public const string ServerVariable = "WSGILSP_SERVER";

    /// <summary>How it is started.</summary>
    /// <param name="decks">The decks; the first is shown, the others stand in the explorer.</param>
    /// <param name="server">The server.</param>
    /// <param name="extension">How VS Code gets the extension.</param>
    public static EditorStart Of(OpenedDecks decks, ServerProgram server, CodeExtension extension)
    {
        string[] development = extension is { IsInstalled: false, Folder: { } folder }
            ? [$"--extensionDevelopmentPath={folder}"]
            : [];
        string[] workspace = decks.Root is { } root ? [root] : [];
        return new()
        {
            Arguments = [.. development, .. workspace, decks.Files[0]],
            Environment = server.Alone is { } program
                ? ImmutableDictionary<string, string>.Empty.Add(ServerVariable, program)
                : ImmutableDictionary<string, string>.Empty,
        };
    }
}
