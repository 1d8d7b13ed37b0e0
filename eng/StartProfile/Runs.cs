using System.Diagnostics;

namespace StartProfile;

/// <summary>Runs of the program, each of which adds to one profile what it called.</summary>
internal sealed class Runs : IDisposable
{
    private readonly string temporary = Directory.CreateTempSubdirectory("start-profile-").FullName;
    private readonly string program;

    /// <summary>Builds the program, as released but for what compiles it ahead.</summary>
    public Runs(string root)
    {
        var built = Path.Combine(root, "artifacts", "start-profile", "wsgilsp");
        program = Path.Combine(built, "wsgilsp.dll");
        var source = Path.Combine(root, "src", "WsgiLsp.Cli");
        using var build = Process.Start(
            "dotnet",
            ["build", source, "-c", "Release", "-o", built, "-p:RunAnalyzers=false", "-v", "quiet", "--nologo"]
        );
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException("the program does not build");
        }

        Folder = Directory.CreateDirectory(Path.Combine(temporary, "decks")).FullName;
        foreach (
            var deck in (string[])["decks/wsgi-servers.deck.md", "tests/WsgiLsp.EndToEnd.Tests/Editors/mixed.deck.md"]
        )
        {
            File.Copy(Path.Combine(root, deck), Path.Combine(Folder, Path.GetFileName(deck)));
        }
    }

    /// <summary>Where the program works, a folder with decks.</summary>
    public string Folder { get; }

    /// <summary>The profile.</summary>
    public string Profile => Path.Combine(temporary, "start.mibc");

    /// <summary>How many methods it has.</summary>
    public int Count => File.ReadLines(Methods).Count();

    private string Methods => Path.Combine(temporary, "methods");

    public void Dispose() => Directory.Delete(temporary, recursive: true);

    /// <summary>Runs a command, which reads the lines, to its end.</summary>
    public async Task CommandAsync(IEnumerable<string> lines, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(string.Concat(lines.Select(line => line + "\n")));
        process.StandardInput.Close();
        await output;
        await EndAsync(process);
    }

    /// <summary>Runs the language server for a session with a client.</summary>
    public async Task ServerAsync(Func<Client, Task> session)
    {
        using var process = Start(["lsp"]);
        await session(new Client(process.StandardInput.BaseStream, process.StandardOutput.BaseStream));
        process.StandardInput.Close();
        await EndAsync(process);
    }

    private static async Task EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        // Findings, too, are a good end.
        if (process.ExitCode is not (0 or 1))
        {
            var complaints = await process.StandardError.ReadToEndAsync();
            throw new InvalidOperationException($"that ended with {process.ExitCode}:\n{complaints}");
        }
    }

    private Process Start(string[] arguments)
    {
        Console.WriteLine($"wsgilsp {string.Join(' ', arguments)}");
        return Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Folder,
                Environment =
                {
                    ["WSGILSP_DATA"] = Path.Combine(temporary, "data"),
                    ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                    [StartupHook.MethodsVariable] = Methods,
                    [StartupHook.ProfileVariable] = Profile,
                    // All that is called is compiled then, small methods on their own, and told of from the first on.
                    ["DOTNET_ReadyToRun"] = "0",
                    ["DOTNET_TieredCompilation"] = "1",
                    ["DOTNET_EnableEventPipe"] = "1",
                    ["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x10:5",
                    [StartupHook.TraceVariable] = Path.Combine(temporary, "trace"),
                },
            }
        )!;
    }
}
