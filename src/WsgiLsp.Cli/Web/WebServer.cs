using System.Net;
using System.Net.Sockets;

namespace WsgiLsp.Cli.Web;

/// <summary>
/// Serves one page to browsers of this machine. A few lines over a socket, since what the platform brings asks for rights of
/// an administrator on Windows (<c>HttpListener</c>) or is not part of a program like this (Kestrel).
/// </summary>
internal sealed class WebServer : IDisposable
{
    private const int MostAtOnce = 16;

    /// <summary>So long a browser may take to send a request, and to take the reply.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
#pragma warning disable CA2213 // Who is served at the end still gives its place back; it holds nothing of the system.
    private readonly SemaphoreSlim places = new(MostAtOnce);
#pragma warning restore CA2213
    private readonly TimeProvider clock;
    private readonly WebGate gate;

    /// <summary>Listens at a free port of the loopback address.</summary>
    /// <param name="clock">Measures the patience.</param>
    /// <exception cref="SocketException">Nothing can be listened at.</exception>
    public WebServer(TimeProvider clock)
    {
        this.clock = clock;
        listener.ExclusiveAddressUse = true;
        listener.Start();
        gate = new WebGate(((IPEndPoint)listener.LocalEndpoint).Port, WebGate.NewToken());
    }

    /// <summary>The address of the page, which nobody can guess.</summary>
    public string Address => gate.Address;

    /// <summary>Answers until it is ended.</summary>
    /// <param name="answer">Answers what was let in: the word that it asks for, empty for the page, and its body.</param>
    /// <param name="cancellation">Ends the server.</param>
    public async Task RunAsync(Func<string, WebRequest, Task<WebReply>> answer, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await places.WaitAsync(cancellation);
                var client = await listener.AcceptTcpClientAsync(cancellation);
                _ = ServeAsync(client, answer);
            }
        }
        catch (OperationCanceledException)
        {
            // That is its end.
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(TcpClient client, Func<string, WebRequest, Task<WebReply>> answer)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            using (client)
            {
                var stream = client.GetStream();
                var request = await WebRequest.ReadAsync(stream, limit.Token);
                var reply =
                    request is null ? WebReply.Text(400, "This is no request that can be read here.")
                    : gate.Check(request, out var what) is { } refusal ? refusal
                    : await answer(what, request);
                await stream.WriteAsync(reply.ToBytes(), limit.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The browser went away.
        }
        finally
        {
            places.Release();
        }
    }
}
