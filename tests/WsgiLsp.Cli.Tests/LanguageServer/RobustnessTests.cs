using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Cli.Tests.LanguageServer;

/// <summary>The real executable against clients that stutter, err and die.</summary>
public class RobustnessTests
{
    private const string Uri = "file:///gr%C3%B6%C3%9Fe.deck.md";

    private static readonly string[] Conversation =
    [
        $$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{{{ServerProcess.Initialize()}}}}""",
        """{"jsonrpc":"2.0","method":"initialized","params":{}}""",
        $$$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"{{{Uri}}}","languageId":"markdown","version":1,"text":"# Größe 🎓\r\n\r\n## Wie groß?\r\n\r\n- [ ] Content-Length: 3\r\n\r\n"} } }""",
        $$$"""{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":2,"character":4} } }""",
        """{"jsonrpc":"2.0","id":3,"method":"shutdown"}""",
    ];

    private static byte[] Recording => [.. Conversation.SelectMany(LspClient.Frame)];

    [Fact]
    public async Task A_conversation_may_be_split_at_every_byte()
    {
        var whole = await ConverseAsync([Recording]);
        Assert.Contains("- ✗ Content-Length: 3", whole, StringComparison.Ordinal);
        Assert.Equal(whole, await ConverseAsync([.. Recording.Select(single => new[] { single })]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(22)]
    [InlineData(100)]
    [InlineData(430)]
    [InlineData(440)]
    [InlineData(600)]
    public async Task A_conversation_may_be_split_anywhere(int at) =>
        Assert.Equal(await ConverseAsync([Recording]), await ConverseAsync([Recording[..at], Recording[at..]]));

    [Theory]
    [InlineData("", -32700)]
    [InlineData("{", -32700)]
    [InlineData("not JSON", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"shutdown"}""", -32600)]
    public async Task A_message_that_is_none_is_answered_and_survived(string body, int code)
    {
        await using var server = new ServerProcess();
        await server.Client.SendAsync(body);
        Assert.Equal(code, await ReadErrorAsync(server));
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        await server.Client.SendAsync(body);
        Assert.Equal(code, await ReadErrorAsync(server));
        await EndAsync(server);
    }

    [Theory]
    [InlineData("Content-Length: -5\r\n\r\n{}")]
    [InlineData("Content-Length: five\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Type: text/plain\r\n\r\n{}")]
    [InlineData("\r\n\r\n{}")]
    // The length is too small: what is left of the body is no header.
    [InlineData("Content-Length: 2\r\n\r\n{\"jsonrpc\":\"2.0\"}\r\n\r\n")]
    public async Task A_wrong_length_is_answered_and_ends_the_server(string bytes)
    {
        await using var server = new ServerProcess();
        await server.Client.WriteAsync(Encoding.ASCII.GetBytes(bytes));
        var answers = await server.Client.ReadToEndAsync();
        Assert.All(answers, answer => Assert.Equal(-32700, (int)answer["error"]!["code"]!));
        Assert.NotEmpty(answers);
        Assert.Equal(1, await server.ExitAsync());
    }

    [Fact]
    public async Task Who_does_not_read_standard_error_is_served_all_the_same()
    {
        await using var server = ServerProcess.Unheard();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());

        // Each of these is a line of the log: together many times what a pipe takes.
        for (var id = 1000; id < 5000; id++)
        {
            await server.Client.SendAsync(
                $$"""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"id":{{id}} } }"""
            );
            await server.Client.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"none/such"}""");
            JsonNode? answer;
            do
            {
                // What is logged goes to the window as well.
                answer = await server.Client.ReadAsync();
            } while ((int?)answer?["id"] != id);
            Assert.Equal(-32601, (int)answer!["error"]!["code"]!);
        }

        await EndAsync(server);
    }

    [Fact]
    public async Task A_length_that_is_too_large_waits_for_more_until_the_input_ends()
    {
        await using var server = new ServerProcess();
        await server.Client.WriteAsync(Encoding.ASCII.GetBytes("Content-Length: 1000\r\n\r\n{\"jsonrpc\":\"2.0\"}"));
        server.Client.Hang();
        Assert.Empty(await server.Client.ReadToEndAsync());
        Assert.Equal(1, await server.ExitAsync());
    }

    [Fact]
    public async Task Requests_are_answered_by_the_state_of_the_server()
    {
        await using var server = new ServerProcess();
        var client = server.Client;
        Assert.Equal(-32002, await client.FailAsync("textDocument/hover", "{}"));
        await client.NotifyAsync("textDocument/didOpen", "{}");
        await client.RequestAsync("initialize", ServerProcess.Initialize());
        Assert.Equal(-32600, await client.FailAsync("initialize", ServerProcess.Initialize()));
        Assert.Equal(-32601, await client.FailAsync("no/such", "{}"));
        Assert.Equal(-32602, await client.FailAsync("textDocument/hover", "{}"));
        await client.NotifyAsync("no/such", "{}");
        await client.NotifyAsync("textDocument/didChange", "7");
        await client.NotifyAsync("$/cancelRequest", """{"id":99}""");
        Assert.Null(await client.RequestAsync("textDocument/codeLens", $$$"""{"textDocument":{"uri":"{{{Uri}}}"}}"""));
        Assert.Null(await client.RequestAsync("shutdown", "null"));
        Assert.Equal(-32600, await client.FailAsync("textDocument/hover", "{}"));
        Assert.Equal(-32600, await client.FailAsync("shutdown", "null"));
        await client.NotifyAsync("exit", "null");
        await client.ReadToEndAsync();
        Assert.Equal(0, await server.ExitAsync());
    }

    [Fact]
    public async Task Many_messages_in_one_write_are_each_answered_once_cancelled_or_not()
    {
        await using var server = new ServerProcess();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        var burst = new List<byte>(LspClient.Frame(Conversation[2]));
        for (var id = 100; id < 600; id++)
        {
            burst.AddRange(
                LspClient.Frame(Conversation[3].Replace("\"id\":2", $"\"id\":{id}", StringComparison.Ordinal))
            );
            if (id % 2 == 0)
            {
                burst.AddRange(LspClient.Frame(LspClient.Notification("$/cancelRequest", $$"""{"id":{{id}}}""")));
            }
        }

        await server.Client.WriteAsync(burst.ToArray());
        var answers = new List<JsonObject>();
        for (var id = 100; id < 600; id++)
        {
            answers.Add(await server.Client.AnswerAsync(id));
        }

        Assert.All(
            answers,
            answer =>
            {
                var isCancelled = (int?)answer["error"]?["code"] == -32800 && (int)answer["id"]! % 2 == 0;
                Assert.True(isCancelled || answer["result"]?["contents"] is not null, answer.ToJsonString());
            }
        );
        await EndAsync(server);
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_the_server()
    {
        await using var server = new ServerProcess();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        server.Client.Hang();
        await server.Client.ReadToEndAsync();
        Assert.Equal(1, await server.ExitAsync());
    }

    [Fact]
    public async Task An_exit_without_shutdown_is_no_success()
    {
        await using var server = new ServerProcess();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        await server.Client.NotifyAsync("exit", "null");
        await server.Client.ReadToEndAsync();
        Assert.Equal(1, await server.ExitAsync());
    }

    [Fact]
    public async Task A_client_that_dies_without_hanging_up_ends_the_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It needs sleep(1).");
        await using var server = new ServerProcess();
        await server.Client.FailAsync("textDocument/hover", "{}");

        // The server runs by now. It looks for its client every three seconds, and must see it once.
        using var parent = Process.Start("sleep", "5");
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize(parent.Id));
        await server.Client.ReadToEndAsync();
        Assert.Equal(1, await server.ExitAsync());
    }

    [Fact]
    public async Task Standard_output_is_the_wire_and_the_log_goes_elsewhere()
    {
        await using var server = new ServerProcess();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        await server.Client.FailAsync("no/such", "{}");
        await EndAsync(server);
        Assert.Contains("no/such", await server.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_no_file_is_no_trouble_beside_a_configuration()
    {
        using var folder = new TempFolder().With("wsgilsp.json", """{"decks":["*.md"]}""");
        await using var server = ServerProcess.In(folder.Path);
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());
        await server.Client.NotifyAsync(
            "textDocument/didOpen",
            """{"textDocument":{"uri":"untitled:new.md","languageId":"markdown","version":1,"text":"---\ndeck: x\n---\n## A?\n\nb\n"}}"""
        );
        Assert.NotNull(
            await server.Client.RequestAsync(
                "textDocument/foldingRange",
                """{"textDocument":{"uri":"untitled:new.md"}}"""
            )
        );
        await EndAsync(server);
    }

    /// <summary>What the server says in a conversation, in one order; it must end well.</summary>
    private static async Task<string> ConverseAsync(byte[][] parts)
    {
        await using var server = new ServerProcess();
        foreach (var part in parts)
        {
            await server.Client.WriteAsync(part);
        }

        JsonObject[] said =
        [
            await server.Client.AnswerAsync(1),
            await server.Client.ReceiveAsync("textDocument/publishDiagnostics"),
            await server.Client.AnswerAsync(2),
            await server.Client.AnswerAsync(3),
        ];
        await server.Client.NotifyAsync("exit", "null");
        Assert.Empty(await server.Client.ReadToEndAsync());
        Assert.Equal(0, await server.ExitAsync());
        return string.Join('\n', said.Select(message => message.ToJsonString(Readable)));
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<int> ReadErrorAsync(ServerProcess server)
    {
        while (await server.Client.ReadAsync() is { } message)
        {
            if (message["error"] is { } error)
            {
                Assert.True(message.TryGetPropertyValue("id", out var id) && id is null);
                return (int)error["code"]!;
            }

            // Only the log may come before.
            Assert.Equal("window/logMessage", (string?)message["method"]);
        }

        throw new EndOfStreamException("The server ended.");
    }

    private static async Task EndAsync(ServerProcess server)
    {
        Assert.Null(await server.Client.RequestAsync("shutdown", "null"));
        await server.Client.NotifyAsync("exit", "null");
        await server.Client.ReadToEndAsync();
        Assert.Equal(0, await server.ExitAsync());
    }
}
