using System.Diagnostics;

namespace Compare;

/// <summary>The checkout.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path in it.</summary>
    public static string At(params IEnumerable<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Runs a program there to its end, and throws where that fails.</summary>
    /// <returns>What it wrote to its output.</returns>
    public static string Run(string folder, string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo info = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} fails:\n{output}");
    }

    private static string Find()
    {
        var folder = Environment.CurrentDirectory;
        while (!File.Exists(Path.Combine(folder, "WsgiLsp.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("there is no checkout of WsgiLsp here");
        }

        return folder;
    }
}
