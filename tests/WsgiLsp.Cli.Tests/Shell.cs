using WsgiLsp.Cli.Commands;

namespace WsgiLsp.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error);

/// <summary>Runs the program in this process, in a folder of its own, with a data folder beside it.</summary>
internal sealed class Shell : IDisposable
{
    private readonly TempFolder data = new();

    public TempFolder Folder { get; } = new();

    public string DataFolder => data.Path;

    public Dictionary<string, string> Environment { get; } = [];

    public TextReader In { get; set; } = TextReader.Null;

    /// <summary>Changes the terminal that the next run gets.</summary>
    public Func<Terminal, Terminal> Adjust { get; set; } = terminal => terminal;

    public Func<LspTransportOptions, CancellationToken, Task<int>> LanguageServer { get; set; } =
        (_, _) => Task.FromResult(0);

    public async Task<ShellResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = Adjust(
            new Terminal
            {
                In = In,
                Out = output,
                Error = error,
                Folder = Folder.Path,
                Environment = name => name == "WSGILSP_DATA" ? data.Path : Environment.GetValueOrDefault(name),
                Clock = TimeProvider.System,
            }
        );
        var exitCode = await CommandLine.RunAsync(args, terminal, LanguageServer);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>What a file of <see cref="Folder"/> holds.</summary>
    public string Read(string relative) => File.ReadAllText(Folder[relative]);

    public void Dispose()
    {
        Folder.Dispose();
        data.Dispose();
    }
}
