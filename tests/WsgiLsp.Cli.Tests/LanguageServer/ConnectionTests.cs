using System.Globalization;
using System.Net;
using System.Net.Sockets;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Cli.Tests.LanguageServer;

/// <summary>The real executable connects to a client that listens.</summary>
public class ConnectionTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_client_may_listen_on_a_port(bool isOrderly, int exitCode)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        await using var server = new ServerProcess("--socket", port);
        Assert.Equal(exitCode, await ServeAsync(server, listener, isOrderly));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_client_may_listen_on_a_pipe(bool isOrderly, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are no sockets there.");
        using var folder = new TempFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder["pipe"]));
        listener.Listen();
        await using var server = new ServerProcess("--pipe", folder["pipe"]);
        Assert.Equal(exitCode, await ServeAsync(server, listener, isOrderly));
    }

    [Theory]
    [InlineData("--socket", "1")]
    [InlineData("--pipe", "/no/such/pipe")]
    public async Task Where_nobody_listens_the_server_cannot_run(string option, string value)
    {
        await using var server = new ServerProcess(option, value);
        Assert.Empty(await server.Client.ReadToEndAsync());
        Assert.Equal(2, await server.ExitAsync());
        Assert.Contains("Cannot connect", await server.ErrorAsync(), StringComparison.Ordinal);
    }

    private static async Task<int> ServeAsync(ServerProcess server, Socket listener, bool isOrderly)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var accepted = await listener.AcceptAsync(patience.Token);
        await using var stream = new NetworkStream(accepted);
        var client = new LspClient(stream, stream);
        await client.RequestAsync("initialize", ServerProcess.Initialize());
        Assert.Equal(-32601, await client.FailAsync("no/such", "{}"));
        if (isOrderly)
        {
            await client.RequestAsync("shutdown", "null");
            await client.NotifyAsync("exit", "null");
        }
        else
        {
            accepted.Shutdown(SocketShutdown.Send);
        }

        await client.ReadToEndAsync();
        Assert.Empty(await server.Client.ReadToEndAsync());
        return await server.ExitAsync();
    }
}
