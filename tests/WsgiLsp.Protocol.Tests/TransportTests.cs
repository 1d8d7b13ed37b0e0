using System.Net;
using System.Net.Sockets;

namespace WsgiLsp.Protocol.Tests;

public class TransportTests
{
    [Fact]
    public async Task A_socket_is_connected_to_a_client_that_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var transport = Transport.ConnectSocket(((IPEndPoint)listener.LocalEndpoint).Port);
        using var client = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await ConverseAsync(transport, client);
    }

    [Fact]
    public async Task A_pipe_is_connected_to_a_client_that_listens()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are no sockets on Windows.");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var transport = Transport.ConnectPipe(path);
        using var client = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        await ConverseAsync(transport, client);
        File.Delete(path);
    }

    [Fact]
    public void A_pipe_on_which_nobody_listens_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains(
            path,
            Assert.Throws<IOException>(() => Transport.ConnectPipe(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void A_port_on_which_nobody_listens_is_named(int port) =>
        Assert.Contains(
            $"127.0.0.1:{port}",
            Assert.Throws<IOException>(() => Transport.ConnectSocket(port)).Message,
            StringComparison.Ordinal
        );

    private static async Task ConverseAsync(Transport transport, Socket client)
    {
        var exit = new Connection(transport).RunAsync();
        await client.SendAsync(TestClient.Frame("""{"jsonrpc":"2.0","id":1,"method":"x"}"""));
        await using var stream = new NetworkStream(client);
        var header = new byte[16];
        await stream.ReadExactlyAsync(header);
        Assert.Equal("Content-Length: "u8.ToArray(), header);
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal(1, await exit);
    }
}
