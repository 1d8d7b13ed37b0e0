using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>An empty page at another address of this machine, which is another site to a browser.</summary>
internal sealed class OtherSite : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public OtherSite()
    {
        listener.Start();
        Address = string.Create(
            CultureInfo.InvariantCulture,
            $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"
        );
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096]);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 19\r\nConnection: close\r\n\r\n<body>other</body>\n"
                    )
                );
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
