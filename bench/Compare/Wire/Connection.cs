using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Compare.Wire;

/// <summary>
/// A language server on pipes. One thread writes, waits and reads; a time is taken as soon as the last byte of a message was
/// read, before it is looked at.
/// </summary>
internal sealed class Connection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly int input;
    private readonly Native.Watched[] watched;
    private readonly Dictionary<string, Message> answers = [];
    private readonly Queue<Message> asked = [];
    private byte[] buffer = new byte[1 << 20];
    private int start;
    private int end;
    private int last;
    private bool isEnded;

    public Connection(IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        Started = Stopwatch.GetTimestamp();
        process = Process.Start(info)!;
        Tree = new(process.Id);
        input = FileOf(process.StandardInput.BaseStream);
        Native.MakeNonBlocking(input);
        watched =
        [
            new() { File = FileOf(process.StandardOutput.BaseStream), Wanted = Native.In },
            new() { File = FileOf(process.StandardError.BaseStream), Wanted = Native.In },
            new() { File = input },
        ];
    }

    /// <summary>When the process was started, in ticks of the stopwatch.</summary>
    public long Started { get; }

    /// <summary>The process and its own.</summary>
    public ProcessTree Tree { get; }

    /// <summary>Diagnostics that were published since this was last cleared.</summary>
    public List<Message> Publishes { get; } = [];

    /// <summary>Methods that the server registered.</summary>
    public Dictionary<string, JsonElement> Registered { get; } = [];

    /// <summary>What else the server told or asked, the last of each method.</summary>
    public Dictionary<string, Message> Told { get; } = [];

    /// <summary>Answers the server's requests with the JSON of a result, null where it does not know better than the rest.</summary>
    public Func<Message, string?>? Answer { get; set; }

    /// <summary>A message as it goes over the wire.</summary>
    public static byte[] Frame(string method, object? parameters, int? id = null)
    {
        using var body = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                body,
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            if (id is { } number)
            {
                json.WriteNumber("id", number);
            }

            json.WriteString("method", method);
            if (parameters is not null)
            {
                json.WritePropertyName("params");
                JsonSerializer.Serialize(json, parameters);
            }

            json.WriteEndObject();
        }

        return Framed(body.ToArray());
    }

    /// <summary>A request as it goes over the wire, and the id to wait for.</summary>
    public (string Id, byte[] Frame) Request(string method, object? parameters)
    {
        var id = ++last;
        return ($"{id}", Frame(method, parameters, id));
    }

    public void Tell(string method, object? parameters) => Send(Frame(method, parameters));

    /// <summary>Asks, and waits for the answer.</summary>
    public Message Ask(string method, object? parameters)
    {
        var (id, frame) = Request(method, parameters);
        Send(frame);
        return AnswerTo(id);
    }

    /// <summary>Waits for the answer to a request.</summary>
    public Message AnswerTo(string id)
    {
        Wait(() => answers.ContainsKey(id), Patience);
        answers.Remove(id, out var message);
        return message!;
    }

    /// <summary>Waits for something to be so, which is looked at after each message.</summary>
    public void Wait(Func<bool> isSo, TimeSpan patience)
    {
        if (!TryWait(isSo, patience))
        {
            throw new ServerException($"nothing came for {patience.TotalSeconds:0.#} s");
        }
    }

    public bool TryWait(Func<bool> isSo, TimeSpan patience)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            var left = patience - Stopwatch.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            if (isEnded)
            {
                throw new ServerException("the server ended");
            }

            Turn((int)Math.Ceiling(left.TotalMilliseconds), Native.In);
            AnswerAsked();
        }

        return true;
    }

    /// <summary>Serves the server for a while.</summary>
    public void Settle(TimeSpan time) => TryWait(() => false, time);

    /// <summary>Waits until the process is gone; the time of that, in ticks of the stopwatch.</summary>
    public long WaitForEnd()
    {
        process.StandardInput.Close();
        var begun = Stopwatch.GetTimestamp();
        while (!isEnded && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            Turn(1000, Native.In, mayWrite: false);
        }

        var time = Stopwatch.GetTimestamp();
        process.WaitForExit();
        return time;
    }

    /// <summary>Writes all, reading meanwhile where the server does not.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var written = Native.Write(input, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
            }
            else if (Marshal.GetLastPInvokeError() == Native.TryAgain && !isEnded)
            {
                Turn(1000, Native.Out);
            }
            else
            {
                throw new ServerException("the server reads no more");
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static int FileOf(Stream pipe) => (int)((PipeStream)pipe).SafePipeHandle.DangerousGetHandle();

    private static byte[] Framed(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];

    private void Turn(int milliseconds, short wanted, bool mayWrite = true)
    {
        watched[2].Wanted = (short)(wanted & Native.Out);
        _ = Native.Poll(watched, mayWrite ? 3u : 2u, milliseconds);
        if (watched[0].Seen != 0)
        {
            ReadOutput();
        }

        if (watched[1].Seen != 0)
        {
            Span<byte> said = stackalloc byte[4096];
            if (Native.Read(watched[1].File, ref said[0], said.Length) <= 0)
            {
                watched[1].File = -1;
            }
        }
    }

    private void ReadOutput()
    {
        if (buffer.Length - end < buffer.Length / 4)
        {
            Array.Copy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            if (end > buffer.Length / 2)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        var read = (int)Native.Read(watched[0].File, ref buffer[end], buffer.Length - end);
        var time = Stopwatch.GetTimestamp();
        if (read <= 0)
        {
            isEnded = true;
            return;
        }

        end += read;
        while (Take() is { } body)
        {
            Handle(Message.Read(time, body));
        }
    }

    private byte[]? Take()
    {
        var here = buffer.AsSpan(start, end - start);
        var head = here.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var line = Encoding
            .ASCII.GetString(here[..head])
            .Split("\r\n")
            .First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var length = int.Parse(line["Content-Length:".Length..], null);
        if (here.Length < head + 4 + length)
        {
            return null;
        }

        start += head + 4 + length;
        return here.Slice(head + 4, length).ToArray();
    }

    private void Handle(Message message)
    {
        if (message.Method.Length == 0)
        {
            answers[message.Id] = message;
            return;
        }

        if (message.Method == "textDocument/publishDiagnostics")
        {
            Publishes.Add(message);
        }
        else
        {
            Told[message.Method] = message;
        }

        if (message.Id.Length > 0)
        {
            asked.Enqueue(message);
        }
    }

    private void AnswerAsked()
    {
        while (asked.TryDequeue(out var message))
        {
            var result = Answer?.Invoke(message) ?? Usual(message);
            Send(Framed(Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{message.Id}},"result":{{result}}}""")));
        }
    }

    private string Usual(Message message)
    {
        switch (message.Method)
        {
            case "workspace/configuration":
                var items = message.Json.GetProperty("params").GetProperty("items").GetArrayLength();
                return $"[{string.Join(',', Enumerable.Repeat("null", items))}]";
            case "client/registerCapability":
                foreach (var one in message.Json.GetProperty("params").GetProperty("registrations").EnumerateArray())
                {
                    Registered[one.GetProperty("method").GetString()!] = one;
                }

                return "null";
            default:
                return "null";
        }
    }
}
