using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace StartProfile;

/// <summary>An editor's side of the Language Server Protocol.</summary>
internal sealed class Client
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Stream output;
    private readonly Stream input;
    private readonly SemaphoreSlim writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> pending = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> awaited = new();
    private int last;

    public Client(Stream output, Stream input)
    {
        this.output = output;
        this.input = input;
        _ = Task.Run(ReadAllAsync);
    }

    /// <summary>Sends a request, and waits for its result; an error is none.</summary>
    public async Task<JsonNode?> AskAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = pending[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(
            new()
            {
                ["id"] = id,
                ["method"] = method,
                ["params"] = parameters,
            }
        );
        return await answer.Task;
    }

    /// <summary>Sends a notification.</summary>
    public Task TellAsync(string method, JsonNode? parameters) =>
        SendAsync(new() { ["method"] = method, ["params"] = parameters });

    /// <summary>Waits for a message of the server, a request or a notification; its parameters, or null where none comes.</summary>
    public async Task<JsonNode?> ReceiveAsync(string method)
    {
        await Task.WhenAny(Awaited(method).Task, Task.Delay(Patience));
        return awaited.TryRemove(method, out var message) && message.Task.IsCompleted ? await message.Task : null;
    }

    private TaskCompletionSource<JsonNode> Awaited(string method) =>
        awaited.GetOrAdd(method, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task SendAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        await writing.WaitAsync();
        try
        {
            await output.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            await output.WriteAsync(body);
            await output.FlushAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        while (await ReadAsync() is { } message)
        {
            if ((string?)message["method"] is not { } method)
            {
                if (pending.TryRemove((int)message["id"]!, out var answer))
                {
                    answer.SetResult(message["result"]);
                }

                continue;
            }

            if (message["id"] is { } id)
            {
                JsonNode? result = method switch
                {
                    "workspace/applyEdit" => new JsonObject { ["applied"] = true },
                    "window/showDocument" => new JsonObject { ["success"] = true },
                    "workspace/configuration" => new JsonArray([
                        .. message["params"]!["items"]!.AsArray().Select(_ => (JsonNode?)null),
                    ]),
                    _ => null,
                };
                await SendAsync(new() { ["id"] = id.DeepClone(), ["result"] = result });
            }

            Awaited(method).TrySetResult(message["params"] ?? new JsonObject());
        }
    }

    private async Task<JsonNode?> ReadAsync()
    {
        List<byte> header = [];
        var one = new byte[1];
        while (header is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            if (await input.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Add(one[0]);
        }

        var length = Encoding.ASCII.GetString([.. header]).Split(':')[1].Trim();
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await input.ReadExactlyAsync(body);
        return JsonNode.Parse(body);
    }
}
