using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

public class ClientRequestTests
{
    private static readonly ShowMessageRequestParams s_question = new(MessageType.Info, "Which?", [new("A"), new("B")]);

    [Fact]
    public async Task Answers_find_their_requests_in_any_order()
    {
        await using var client = await StartAsync();
        var first = client.Connection.RequestAsync(
            Methods.Window.ShowMessageRequest,
            s_question,
            TestContext.Current.CancellationToken
        );
        var second = client.Connection.RequestAsync(
            Methods.Window.ShowMessageRequest,
            s_question,
            TestContext.Current.CancellationToken
        );
        var (id1, id2) = ((await client.ReadAsync())["id"]!, (await client.ReadAsync())["id"]!);
        await client.SendAsync(
            $$$"""{"jsonrpc":"2.0","id":{{{id2}}},"result":{"title":"B","extra":1}}""",
            $$$"""{"jsonrpc":"2.0","id":{{{id1}}},"result":null}"""
        );
        Assert.Equal("B", (await second)!.Title);
        Assert.Null(await first);
    }

    [Fact]
    public async Task A_result_that_is_left_out_means_null()
    {
        await using var client = await StartAsync();
        var answer = client.Connection.RequestAsync(
            Methods.Window.ShowDocument,
            new("file:///a"),
            TestContext.Current.CancellationToken
        );
        var id = (await client.ReadAsync())["id"]!;
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}}}""");
        Assert.Null(await answer);
    }

    [Theory]
    [InlineData("\"error\":{\"code\":-32601,\"message\":\"no\"}", -32601, "no")]
    [InlineData("\"error\":{}", ErrorCodes.InternalError, "{}")]
    [InlineData("\"error\":{\"code\":1,\"message\":\"no\"},\"result\":null", 1, "no")]
    [InlineData("\"result\":7", ErrorCodes.InvalidParams, null)]
    public async Task An_error_or_a_wrong_result_is_thrown(string outcome, int code, string? message)
    {
        await using var client = await StartAsync();
        var answer = client.Connection.RequestAsync(
            Methods.Window.ShowMessageRequest,
            s_question,
            TestContext.Current.CancellationToken
        );
        var id = (await client.ReadAsync())["id"]!;
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{id}},{{outcome}}}""");
        var exception = await Assert.ThrowsAsync<RpcException>(() => answer);
        Assert.Equal(code, exception.Code);
        Assert.Equal(message ?? exception.Message, exception.Message);
    }

    [Fact]
    public async Task A_cancelled_request_tells_the_client_and_ignores_a_late_answer()
    {
        await using var client = await StartAsync();
        using var source = new CancellationTokenSource();
        var answer = client.Connection.RequestAsync(Methods.Window.ShowMessageRequest, s_question, source.Token);
        var id = (await client.ReadAsync())["id"]!.ToJsonString();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(
            $$$"""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{{{id}}}}}""",
            (await client.ReadAsync()).ToJsonString()
        );
        await client.SendAsync($$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{"title":"A"}}""");
        Assert.Empty(await client.ReadToEndAsync());
    }

    [Fact]
    public async Task The_end_of_the_connection_fails_all_requests()
    {
        await using var client = await StartAsync();
        var before = client.Connection.RequestAsync(
            Methods.Window.ShowMessageRequest,
            s_question,
            TestContext.Current.CancellationToken
        );
        client.Close();
        Assert.Equal(ErrorCodes.ConnectionClosed, (await Assert.ThrowsAsync<RpcException>(() => before)).Code);
        await client.Exit;
        var after = client.Connection.RequestAsync(
            Methods.Window.ShowMessageRequest,
            s_question,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(ErrorCodes.ConnectionClosed, (await Assert.ThrowsAsync<RpcException>(() => after)).Code);
    }

    [Fact]
    public async Task A_handler_may_wait_for_the_client()
    {
        await using var client = new TestClient(register: connection =>
            connection.OnRequest(
                Methods.Workspace.ExecuteCommand,
                async (_, cancellation) =>
                {
                    var chosen = await connection.RequestAsync(
                        Methods.Window.ShowMessageRequest,
                        s_question,
                        cancellation
                    );
                    throw new RpcException(ErrorCodes.RequestFailed, chosen!.Title);
                }
            )
        );
        await client.InitializeAsync();
        await client.SendAsync(
            """{"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{"command":"x"}}"""
        );
        var question = await client.ReadAsync();
        Assert.Equal("window/showMessageRequest", (string?)question["method"]);
        await client.SendAsync($$$"""{"jsonrpc":"2.0","id":{{{question["id"]}}},"result":{"title":"A"}}""");
        Assert.Equal("A", (string?)(await client.ReadAsync())["error"]!["message"]);
    }

    [Fact]
    public async Task A_request_without_params_has_none_on_the_wire()
    {
        await using var client = await StartAsync();
        var answer = client.Connection.RequestAsync(
            Methods.Workspace.CodeLensRefresh,
            default,
            TestContext.Current.CancellationToken
        );
        var request = await client.ReadAsync();
        Assert.False(request.ContainsKey("params"));
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":{{request["id"]}},"result":null}""");
        await answer;
    }

    private static async Task<TestClient> StartAsync()
    {
        var client = new TestClient();
        await client.InitializeAsync();
        return client;
    }
}
