namespace WsgiLsp.Cli.Opening;

/// <summary>Neovim with the ready settings, read before a person's own, which stay as they are.</summary>
internal static class NeovimStart
{
    /// <summary>The oldest Neovim that the settings work in.</summary>
    public static Version Oldest { get; } = new(0, 7);

    private static readonly Version WithServerSettings = new(0, 11);

    /// <summary>More names would make the command line too long for some systems.</summary>
    private const int MostFiles = 200;

    /// <summary>How it is started.</summary>
    /// <param name="decks">The decks.</param>
    /// <param name="server">The server.</param>
    /// <param name="folder">Full path of the folder for scripts.</param>
    /// <param name="version">Neovim's version.</param>
    public static EditorStart Of(OpenedDecks decks, ServerProgram server, string folder, Version version)
    {
        var isNew = version >= WithServerSettings;
        var settings = Path.Join(folder, "wsgilsp.lua");
        var open = Path.Join(folder, "open.lua");
        var root = decks.Root is { } chosen ? LuaText.Of(chosen) : "nil";
        var use = isNew
            ? $"""
                vim.g.loaded_wsgilsp = true
                vim.lsp.config('wsgilsp', dofile({LuaText.Of(settings)}))
                vim.lsp.config('wsgilsp', {"{"} root_dir = {root} {"}"})
                vim.lsp.enable('wsgilsp')
                """
            : $"""
                vim.g.wsgilsp_root = {root}
                dofile({LuaText.Of(settings)})
                """;
        var command = string.Join(", ", server.Command.Select(LuaText.Of));
        return new()
        {
            Arguments = ["--cmd", $"lua dofile({LuaText.Of(open)})", "--", .. decks.Files.Take(MostFiles)],
            Scripts =
            [
                (settings, ReadySettings.Read(isNew ? "neovim/lsp/wsgilsp.lua" : "neovim/wsgilsp.lua")),
                (open, $"vim.g.wsgilsp_command = {{ {command} }}\n{use}\n"),
            ],
        };
    }

    /// <summary>Reads what <c>nvim --version</c> prints; null where it says no version.</summary>
    public static Version? VersionIn(string output)
    {
        var line = output.AsSpan();
        var end = line.IndexOf('\n');
        line = (end < 0 ? line : line[..end]).Trim();
        const string start = "NVIM v";
        if (!line.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var numbers = line[start.Length..];
        var rest = numbers.IndexOfAnyExceptInRange('.', '9');
        return Version.TryParse(rest < 0 ? numbers : numbers[..rest], out var version) ? version : null;
    }
}
