using System.Text.Json.Nodes;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

public class LifecycleTests
{
    private const string Hover =
        """{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"a"},"position":{"line":0,"character":0}}}""";

    [Fact]
    public async Task A_hover_is_answered_with_its_id()
    {
        await using var client = new TestClient(register: AnswerHover);
        await client.InitializeAsync();
        await client.SendAsync(Hover);
        var answer = await client.ReadAsync();
        Assert.Equal(
            """{"jsonrpc":"2.0","id":7,"result":{"contents":{"kind":"markdown","value":"a"}}}""",
            answer.ToJsonString()
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"x\"")]
    [InlineData("\"\"")]
    [InlineData(@"""a\""b\\c\u00e9""")]
    public async Task Ids_are_echoed_as_received(string id)
    {
        await using var client = new TestClient();
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"x"}""");
        var answer = await client.ReadAsync();
        Assert.Equal(JsonNode.Parse(id)!.ToJsonString(), answer["id"]!.ToJsonString());
    }

    [Fact]
    public async Task Requests_before_initialize_are_refused_and_notifications_dropped()
    {
        var changes = 0;
        await using var client = new TestClient(register: connection =>
            connection.OnNotification(Methods.TextDocument.DidSave, _ => changes++)
        );
        await client.SendAsync(Save, Hover);
        Assert.Equal(ErrorCodes.ServerNotInitialized, TestClient.Code(await client.ReadAsync()));
        await client.InitializeAsync();
        Assert.Equal(0, changes);
    }

    [Fact]
    public async Task A_second_initialize_is_refused()
    {
        await using var client = new TestClient();
        await client.InitializeAsync();
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""");
        Assert.Equal(ErrorCodes.InvalidRequest, TestClient.Code(await client.ReadAsync()));
    }

    [Fact]
    public async Task An_initialize_that_failed_can_be_tried_again()
    {
        await using var client = new TestClient();
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""");
        Assert.Equal(ErrorCodes.InvalidParams, TestClient.Code(await client.ReadAsync()));
        await client.InitializeAsync();
    }

    [Fact]
    public async Task Requests_after_shutdown_are_refused_and_exit_gives_0()
    {
        await using var client = new TestClient(register: AnswerHover);
        await client.InitializeAsync();
        await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"shutdown"}""", Hover, Exit);
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", (await client.ReadAsync()).ToJsonString());
        Assert.Equal(ErrorCodes.InvalidRequest, TestClient.Code(await client.ReadAsync()));
        Assert.Null(await client.TryReadAsync());
        Assert.Equal(0, await client.Exit);
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 0)]
    public async Task The_end_of_input_gives_1_unless_shut_down(bool initialize, bool shutdown, int expected)
    {
        await using var client = new TestClient();
        if (initialize)
        {
            await client.InitializeAsync();
        }

        if (shutdown)
        {
            await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"shutdown","params":null}""");
        }

        await client.ReadToEndAsync();
        Assert.Equal(expected, await client.Exit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Exit_without_shutdown_gives_1(bool initialize)
    {
        await using var client = new TestClient();
        if (initialize)
        {
            await client.InitializeAsync();
        }

        await client.SendAsync(Exit);
        Assert.Null(await client.TryReadAsync());
        Assert.Equal(1, await client.Exit);
    }

    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";
    private const string Save =
        """{"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":{"uri":"a"}}}""";

    private static void AnswerHover(Connection connection) =>
        connection.OnRequest(
            Methods.TextDocument.Hover,
            (parameters, _) => Task.FromResult<Hover?>(new(new(MarkupKind.Markdown, parameters.TextDocument.Uri)))
        );
}
