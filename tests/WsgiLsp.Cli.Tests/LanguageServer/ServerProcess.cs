using System.Diagnostics;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Cli.Tests.LanguageServer;

/// <summary>The built language server in a process of its own, with a client on its standard streams.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder data = new();
    private readonly Process process;
    private readonly Task<string> error;

    public ServerProcess(params string[] args)
        : this(folder: null, readsError: true, args) { }

    private ServerProcess(string? folder, bool readsError, string[] args)
    {
        var start = BuiltProgram.Describe([], data, ["lsp", .. args]);
        start.WorkingDirectory = folder ?? "";
        process = Process.Start(start)!;
        error = readsError ? process.StandardError.ReadToEndAsync(CancellationToken.None) : Task.FromResult("");
        Client = new LspClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    /// <summary>The client on standard input and output.</summary>
    public LspClient Client { get; }

    /// <summary>The id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Starts it in a folder.</summary>
    public static ServerProcess In(string folder) => new(folder, readsError: true, []);

    /// <summary>Starts it with a standard error that nobody reads.</summary>
    public static ServerProcess Unheard() => new(folder: null, readsError: false, []);

    /// <summary>What <c>initialize</c> is asked with.</summary>
    public static string Initialize(int? parent = null) =>
        $$$"""{"processId":{{{parent?.ToString() ?? "null"}}},"rootUri":null,"capabilities":{}}""";

    /// <summary>Waits for the end of the process.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>What the server said on standard error, once it has ended.</summary>
    public Task<string> ErrorAsync() => error;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        data.Dispose();
    }
}
