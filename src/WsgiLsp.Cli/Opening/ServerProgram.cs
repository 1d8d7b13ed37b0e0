using System.Collections.Immutable;

namespace WsgiLsp.Cli.Opening;

/// <summary>How this very program is started as the language server.</summary>
/// <param name="Command">Full path of the program, then its arguments.</param>
/// <param name="Alone">Full path of the program where that alone is enough to start it; else null.</param>
internal sealed record ServerProgram(ImmutableArray<string> Command, string? Alone)
{
    /// <summary>The program that runs now.</summary>
    public static ServerProgram Current { get; } =
        Of(Environment.ProcessPath ?? "wsgilsp", AppContext.BaseDirectory, File.Exists);

    /// <summary>The program that runs as a process.</summary>
    /// <param name="process">The file that was started: the program itself, or .NET's host.</param>
    /// <param name="folder">Where the program's files are.</param>
    /// <param name="exists">Whether a file is there.</param>
    public static ServerProgram Of(string process, string folder, Func<string, bool> exists)
    {
        if (Path.GetFileNameWithoutExtension(process) != "dotnet")
        {
            return new([process, "lsp"], process);
        }

        var own = Path.Join(folder, "wsgilsp" + Path.GetExtension(process));
        return exists(own) ? new([own, "lsp"], own) : new([process, Path.Join(folder, "wsgilsp.dll"), "lsp"], null);
    }
}
