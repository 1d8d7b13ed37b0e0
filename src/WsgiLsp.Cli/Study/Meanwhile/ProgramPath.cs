namespace WsgiLsp.Cli.Study.Meanwhile;

/// <summary>Finds the program of a command, as a shell does: .NET itself would look in its own folder first.</summary>
internal static class ProgramPath
{
    /// <summary>The file to start; the name itself where the system has to find it.</summary>
    /// <param name="name">What stands first in the command.</param>
    /// <param name="terminal">The working folder, and the <c>PATH</c>.</param>
    public static string Of(string name, Terminal terminal)
    {
        if (OperatingSystem.IsWindows())
        {
            return name;
        }

        return name.Contains('/', StringComparison.Ordinal)
            ? Path.GetFullPath(name, terminal.Folder)
            : (terminal.Environment("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Join(Path.GetFullPath(folder, terminal.Folder), name))
                .FirstOrDefault(IsProgram)
                ?? name;
    }

    /// <summary>Whether a file is there that may be run.</summary>
    public static bool IsProgram(string path) =>
        File.Exists(path)
        && !OperatingSystem.IsWindows()
        && (
            File.GetUnixFileMode(path)
            & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)
        ) != UnixFileMode.None;
}
