using System.Text;
using WsgiLsp.Cli.Commands;

namespace WsgiLsp.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error)
{
    /// <summary>The output as it was written.</summary>
    public byte[] Bytes { get; init; } = [];

    public bool Equals(ShellResult? other) =>
        other is not null && (ExitCode, Output, Error) == (other.ExitCode, other.Output, other.Error);

    public override int GetHashCode() => (ExitCode, Output, Error).GetHashCode();
}

/// <summary>Runs the program in this process, in a folder of its own, with a data folder beside it.</summary>
internal sealed class Shell : IDisposable
{
    private readonly TempFolder data = new();

    public TempFolder Folder { get; } = new();

    public string DataFolder => data.Path;

    public Dictionary<string, string> Environment { get; } = [];

    public TextReader In { get; set; } = TextReader.Null;

    /// <summary>Standard input as bytes; null where they are those of <see cref="In"/>.</summary>
    public byte[]? InBytes { get; init; }

    /// <summary>Changes the terminal that the next run gets.</summary>
    public Func<Terminal, Terminal> Adjust { get; set; } = terminal => terminal;

    public Func<LspTransportOptions, CancellationToken, Task<int>> LanguageServer { get; set; } =
        (_, _) => Task.FromResult(0);

    public async Task<ShellResult> RunAsync(params string[] args)
    {
        using var bytes = new MemoryStream();
        using var output = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = Adjust(
            new Terminal
            {
                In = In,
                OpenIn = () => new MemoryStream(InBytes ?? Encoding.UTF8.GetBytes(In.ReadToEnd())),
                Out = output,
                OpenOut = () => bytes,
                Error = error,
                Folder = Folder.Path,
                Environment = name => name == "WSGILSP_DATA" ? data.Path : Environment.GetValueOrDefault(name),
                Clock = TimeProvider.System,
            }
        );
        var exitCode = await CommandLine.RunAsync(args, terminal, LanguageServer);
        return new(exitCode, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString()) { Bytes = bytes.ToArray() };
    }

    /// <summary>What a file of <see cref="Folder"/> holds.</summary>
    public string Read(string relative) => File.ReadAllText(Folder[relative]);

    public void Dispose()
    {
        Folder.Dispose();
        data.Dispose();
    }
}
