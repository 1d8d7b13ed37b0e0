namespace WsgiLsp.Cli.Opening;

/// <summary>How VS Code gets the extension for decks.</summary>
/// <param name="IsInstalled">Whether a person's VS Code has it.</param>
/// <param name="Folder">A built extension that belongs to this program; null for none.</param>
internal sealed record CodeExtension(bool IsInstalled, string? Folder)
{
    private const string Installed = "wsgilsp.wsgilsp-*";

    /// <summary>At home, where VS Code keeps its things on this computer, and on a remote one that it is connected to.</summary>
    private static readonly string[] Homes = [".vscode", ".vscode-server"];

    /// <summary>Whether VS Code could not do anything with a deck.</summary>
    public bool IsMissing => !IsInstalled && Folder is null;

    /// <summary>Looks for it.</summary>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <param name="program">The folder of this program's files.</param>
    public static CodeExtension Find(Func<string, string?> environment, string program) =>
        new(Places(environment).Any(HasExtension), Beside(program));

    private static IEnumerable<string> Places(Func<string, string?> environment)
    {
        if (environment("VSCODE_EXTENSIONS") is { Length: > 0 } chosen)
        {
            return [chosen];
        }

        var home = environment("HOME") ?? environment("USERPROFILE");
        return string.IsNullOrEmpty(home) ? [] : Homes.Select(name => Path.Join(home, name, "extensions"));
    }

    private static bool HasExtension(string folder)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateDirectories(folder, Installed).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The extension of the checkout that this program was built in.</summary>
    private static string? Beside(string program)
    {
        for (var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(program)); folder is not null; )
        {
            if (File.Exists(Path.Join(folder, "WsgiLsp.sln")))
            {
                var extension = Path.Join(folder, "editor-client");
                return File.Exists(Path.Join(extension, "dist", "extension.js")) ? extension : null;
            }

            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }
}
