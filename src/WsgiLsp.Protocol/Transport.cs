using System.Diagnostics.CodeAnalysis;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace WsgiLsp.Protocol;

/// <summary>
/// The two streams to the client. For pipes and sockets the client listens and the server connects, as vscode-languageclient has it; the server
/// never listens.
/// </summary>
/// <param name="input">What the client writes.</param>
/// <param name="output">What the client reads; nobody else may write to it.</param>
[SuppressMessage(
    "Reliability",
    "CA2000:Dispose objects before losing scope",
    Justification = "The transport owns what it is made of."
)]
public sealed class Transport(Stream input, Stream output) : IDisposable
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>What the client writes.</summary>
    public Stream Input { get; } = input;

    /// <summary>What the client reads.</summary>
    public Stream Output { get; } = output;

    /// <summary>Standard input and output. Nothing else may write to standard output from now on.</summary>
    public static Transport Stdio() => new(Console.OpenStandardInput(), Console.OpenStandardOutput());

    /// <summary>Connects to a Unix domain socket by its path, or on Windows to a named pipe by its name.</summary>
    /// <exception cref="IOException">Nobody listens there.</exception>
    public static Transport ConnectPipe(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Connect(
                new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
                () => new UnixDomainSocketEndPoint(name),
                $"the pipe {name}"
            );
        }

        const string Prefix = @"\\.\pipe\";
        var shortName = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        var pipe = new NamedPipeClientStream(".", shortName, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            pipe.Connect(s_connectTimeout);
            return new(pipe, pipe);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or UnauthorizedAccessException)
        {
            pipe.Dispose();
            throw NobodyListens($"the pipe {name}", exception);
        }
    }

    /// <summary>Connects to a port of this machine, 1 to 65535, on 127.0.0.1 only.</summary>
    /// <exception cref="IOException">Nobody listens there, or it is no port.</exception>
    public static Transport ConnectSocket(int port) =>
        Connect(
            new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
            () => new IPEndPoint(IPAddress.Loopback, port),
            $"127.0.0.1:{port}"
        );

    /// <summary>Closes both streams.</summary>
    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }

    private static Transport Connect(Socket socket, Func<EndPoint> address, string place)
    {
        try
        {
            socket.Connect(address());
            var stream = new NetworkStream(socket, ownsSocket: true);
            return new(stream, stream);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw NobodyListens(place, exception);
        }
    }

    private static IOException NobodyListens(string place, Exception exception) =>
        new($"Cannot connect to the client at {place}: {exception.Message}", exception);
}
