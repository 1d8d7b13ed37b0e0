using WsgiLsp.Cli.Study.Meanwhile;

namespace WsgiLsp.Cli.Opening;

/// <summary>
/// Finds programs on the <c>PATH</c>, in folders that are named in full only: the decks of a folder must not bring the
/// editor that opens them.
/// </summary>
/// <param name="environment">Looks an environment variable up.</param>
internal sealed class ProgramSearch(Func<string, string?> environment)
{
    /// <summary>The full path of a program; null where it is not there.</summary>
    /// <param name="name">Its name, or its full path.</param>
    public string? Find(string name) =>
        Path.IsPathFullyQualified(name) ? (IsProgram(name) ? name : null)
        : name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null
        : (environment("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => InFolder(folder, name))
            .FirstOrDefault(file => file is not null);

    private static string? InFolder(string folder, string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            var file = Path.Join(folder, name);
            return IsProgram(file) ? file : null;
        }

        // The command "code" is a script there, beside the folder of the program itself. Scripts read their arguments anew.
        var program = Path.Join(folder, name + ".exe");
        var behindScript = Path.Join(Path.GetDirectoryName(folder), name + ".exe");
        return File.Exists(program) ? program
            : File.Exists(Path.Join(folder, name + ".cmd")) && File.Exists(behindScript) ? behindScript
            : null;
    }

    private static bool IsProgram(string file) =>
        OperatingSystem.IsWindows() ? File.Exists(file) : ProgramPath.IsProgram(file);
}
