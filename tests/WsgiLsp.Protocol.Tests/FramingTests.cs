using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

public class FramingTests
{
    private static readonly string[] s_conversation =
    [
        """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""",
        """{"jsonrpc":"2.0","method":"initialized","params":{}}""",
        """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"ä","languageId":"markdown","version":1,"text":"# Größe 🎓\r\n\r\nContent-Length: 3\r\n\r\n"}}}""",
        """{"jsonrpc":"2.0","id":"häh","method":"textDocument/hover","params":{"textDocument":{"uri":"ä"},"position":{"line":0,"character":0}}}""",
        """{"jsonrpc":"2.0","id":2,"method":"shutdown"}""",
        """{"jsonrpc":"2.0","method":"exit"}""",
    ];

    private static byte[] Recording => [.. s_conversation.SelectMany(TestClient.Frame)];

    [Fact]
    public async Task A_conversation_may_be_split_at_every_byte()
    {
        var bytes = Recording;
        var expected = await ConverseAsync([bytes]);
        Assert.Contains("Größe", expected, StringComparison.Ordinal);
        for (var split = 1; split < bytes.Length; split++)
        {
            Assert.Equal(expected, await ConverseAsync([bytes[..split], bytes[split..]]));
        }
    }

    [Fact]
    public async Task A_conversation_may_come_byte_by_byte() =>
        Assert.Equal(
            await ConverseAsync([Recording]),
            await ConverseAsync([.. Recording.Select(single => new[] { single })])
        );

    [Fact]
    public void A_conversation_may_be_split_anywhere()
    {
        var bytes = Recording;
        var expected = Wait(ConverseAsync([bytes]));
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNegativeInt[]>(),
                numbers =>
                {
                    int[] cuts = [0, .. numbers.Select(n => n.Get * 37 % bytes.Length).Order(), bytes.Length];
                    byte[][] parts = [.. cuts.Zip(cuts.Skip(1), (from, to) => bytes[from..to])];
                    return Wait(ConverseAsync(parts)) == expected;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Garbage_ends_or_is_answered_and_never_hangs() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                garbage =>
                {
                    // Half of it as the body of a message, half as it is.
                    var framed = garbage.Length % 2 == 0;
                    byte[] bytes = framed
                        ? [.. Encoding.ASCII.GetBytes($"Content-Length: {garbage.Length}\r\n\r\n"), .. garbage]
                        : garbage;
                    var answers = Wait(AnswersAsync([bytes]));
                    return framed ? answers.Count == 1 && answers[0]["error"] is not null : answers.Count <= 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Many_messages_in_one_write_are_answered_in_order()
    {
        var messages = Enumerable
            .Range(0, 500)
            .Select(id => TestClient.Frame($$"""{"jsonrpc":"2.0","id":{{id}},"method":"unknown"}"""));
        var answers = await AnswersAsync([
            [.. messages.SelectMany(bytes => bytes)],
        ]);
        Assert.Equal(Enumerable.Range(0, 500), answers.Select(answer => (int)answer["id"]!));
    }

    [Theory]
    [InlineData("content-length: 37\r\n\r\n")]
    [InlineData("CONTENT-LENGTH:37\r\n\r\n")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 37\r\n\r\n")]
    [InlineData("Content-Length:   37  \r\nX-Other: a:b\r\n\r\n")]
    [InlineData("Content-Length: 37\n\n")]
    public async Task Headers_are_read_whatever_their_case_order_and_space(string header)
    {
        var body = """{"jsonrpc":"2.0","id":1,"method":"x"}""";
        Assert.Equal(37, body.Length);
        var answers = await AnswersAsync([Encoding.ASCII.GetBytes(header + body)]);
        Assert.Equal(ErrorCodes.ServerNotInitialized, TestClient.Code(Assert.Single(answers)));
    }

    [Theory]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: many\r\n\r\n{}")]
    [InlineData("Content-Length: 2x\r\n\r\n{}")]
    [InlineData("Content-Length:\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Type: text/plain\r\n\r\n{}")]
    [InlineData("\r\n\r\n{}")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    public async Task A_header_without_a_length_is_answered_and_ends_the_connection(string input)
    {
        await using var client = new TestClient();
        await client.WriteAsync(Encoding.ASCII.GetBytes(input));
        var answer = await client.ReadAsync();
        Assert.Equal(ErrorCodes.ParseError, TestClient.Code(answer));
        Assert.True(answer.TryGetPropertyValue("id", out var id) && id is null);
        Assert.Null(await client.TryReadAsync());
        Assert.Equal(1, await client.Exit);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("X-Long: y\r\n")]
    public async Task An_endless_header_is_given_up(string piece)
    {
        await using var client = new TestClient();
        await client.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, 9000))));
        Assert.Contains("8 KiB", (string)(await client.ReadAsync())["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(1, await client.Exit);
    }

    [Theory]
    [InlineData("Content-Le")]
    [InlineData("Content-Length: 100\r\n")]
    [InlineData("Content-Length: 100\r\n\r\n")]
    [InlineData("Content-Length: 100\r\n\r\n{\"jsonrpc\":")]
    public async Task Input_that_breaks_off_ends_the_connection_silently(string input)
    {
        await using var client = new TestClient();
        await client.WriteAsync(Encoding.ASCII.GetBytes(input));
        Assert.Empty(await client.ReadToEndAsync());
        Assert.Equal(1, await client.Exit);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(1_000_000)]
    public async Task A_message_over_the_limit_is_skipped_and_reading_goes_on(int length)
    {
        await using var client = new TestClient(new ConnectionOptions { MaxMessageBytes = 100 });
        await client.WriteAsync(
            Encoding.ASCII.GetBytes($"Content-Length: {length}\r\n\r\n{new string(' ', length)}"),
            TestClient.Frame("""{"jsonrpc":"2.0","id":1,"method":"x"}""")
        );
        var answers = await client.ReadToEndAsync();
        Assert.Equal(2, answers.Count);
        Assert.Equal(ErrorCodes.InvalidRequest, TestClient.Code(answers[0]));
        Assert.Contains($"{length} bytes", (string)answers[0]["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)answers[1]["id"]!);
    }

    [Fact]
    public async Task A_large_document_arrives_whole()
    {
        var length = 0;
        await using var client = new TestClient(register: connection =>
            connection.OnNotification(Methods.TextDocument.DidOpen, opened => length = opened.TextDocument.Text.Length)
        );
        await client.InitializeAsync();
        var text = new string('x', 5_000_000);
        await client.SendAsync(
            $$$$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"a","languageId":"m","version":1,"text":"{{{{text}}}}"}}}"""
        );
        await client.ReadToEndAsync();
        Assert.Equal(text.Length, length);
    }

    /// <summary>A property is a synchronous function.</summary>
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static async Task<string> ConverseAsync(byte[][] parts) =>
        string.Join('\n', (await AnswersAsync(parts)).Select(answer => answer.ToJsonString(TestClient.Readable)));

    private static async Task<IReadOnlyList<JsonObject>> AnswersAsync(byte[][] parts)
    {
        var text = "";
        await using var client = new TestClient(register: connection =>
        {
            connection.OnNotification(Methods.TextDocument.DidOpen, opened => text = opened.TextDocument.Text);
            connection.OnRequest(
                Methods.TextDocument.Hover,
                (_, _) => Task.FromResult<Hover?>(new(new(MarkupKind.PlainText, text)))
            );
        });
        await client.WriteAsync(parts);
        return await client.ReadToEndAsync();
    }
}
