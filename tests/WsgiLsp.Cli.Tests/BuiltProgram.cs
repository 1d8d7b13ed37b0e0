using System.Diagnostics;

namespace WsgiLsp.Cli.Tests;

/// <summary>The program as it was built, started as a process of its own.</summary>
internal static class BuiltProgram
{
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "wsgilsp.exe" : "wsgilsp");

    /// <summary>The deck that the project ships.</summary>
    public static string FirstDeck { get; } = FindUpwards("decks/wsgi-servers.deck.md");

    public static Process Start(TempFolder data, params string[] args) => StartUnder([], data, args);

    /// <summary>Starts it under another program, such as a tracer.</summary>
    public static Process StartUnder(IReadOnlyList<string> launcher, TempFolder data, params string[] args) =>
        Process.Start(Describe(launcher, data, args))!;

    /// <summary>How it is started, for who wants to change something of that.</summary>
    public static ProcessStartInfo Describe(IReadOnlyList<string> launcher, TempFolder data, params string[] args)
    {
        string[] all = [.. launcher, Path, .. args];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["WSGILSP_DATA"] = data.Path;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>The full path of a file of the checkout.</summary>
    public static string FindUpwards(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, relative)))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new FileNotFoundException(relative);
        }

        return System.IO.Path.Combine(folder, relative);
    }
}
