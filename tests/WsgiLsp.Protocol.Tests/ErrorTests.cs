using Microsoft.Extensions.Logging;
using Moq;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData("", ErrorCodes.ParseError)]
    [InlineData("{", ErrorCodes.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"x"}}""", ErrorCodes.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"x" "y":1}""", ErrorCodes.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", ErrorCodes.ParseError)]
    [InlineData("\uFEFF{}", ErrorCodes.ParseError)]
    [InlineData("[", ErrorCodes.ParseError)]
    [InlineData("[]", ErrorCodes.InvalidRequest)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]""", ErrorCodes.InvalidRequest)]
    [InlineData("null", ErrorCodes.InvalidRequest)]
    [InlineData("1", ErrorCodes.InvalidRequest)]
    [InlineData("{}", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","result":1}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"shutdown"}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":{"a":[1]},"method":"shutdown"}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":true,"method":"shutdown"}""", ErrorCodes.InvalidRequest)]
    public async Task A_message_that_is_no_request_is_answered_with_a_null_id_and_survived(string body, int code)
    {
        await using var client = await StartAsync();
        await client.SendAsync(body, Ask(5));
        var answer = await client.ReadAsync();
        Assert.Equal(code, TestClient.Code(answer));
        Assert.True(answer.TryGetPropertyValue("id", out var id) && id is null);
        Assert.Equal(5, (int)(await client.ReadAsync())["id"]!);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":5}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":7}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"no/such"}""", ErrorCodes.MethodNotFound)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"$/no"}""", ErrorCodes.MethodNotFound)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"exit"}""", ErrorCodes.MethodNotFound)]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand"}""", ErrorCodes.InvalidParams)]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{}}""",
        ErrorCodes.InvalidParams
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":"x"}""",
        ErrorCodes.InvalidParams
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":["x"]}""",
        ErrorCodes.InvalidParams
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{"command":1}}""",
        ErrorCodes.InvalidParams
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{"command":null}}""",
        ErrorCodes.InvalidParams
    )]
    [InlineData(
        """{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{"command":"throw"}}""",
        ErrorCodes.InternalError
    )]
    [InlineData("""{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{"command":"fail"}}""", 1234)]
    public async Task A_request_that_cannot_be_served_is_answered_with_its_id_and_survived(string request, int code)
    {
        await using var client = await StartAsync();
        await client.SendAsync(request, Ask(6));
        var answer = await client.ReadAsync();
        Assert.Equal((5, code), ((int)answer["id"]!, TestClient.Code(answer)));
        Assert.Equal(6, (int)(await client.ReadAsync())["id"]!);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"no/such","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"$/no"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":{"uri":"throw"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":7}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"textDocument/didSave"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":99,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"99","error":{"code":1,"message":"x"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"x"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":7}""")]
    public async Task What_needs_no_answer_gets_none_and_is_survived(string message)
    {
        await using var client = await StartAsync();
        await client.SendAsync(message, Ask(6));
        Assert.Equal(6, (int)(await client.ReadAsync())["id"]!);
    }

    [Theory]
    [InlineData("""{"command":"x","arguments":null,"workDoneToken":"t","unknown":{"a":[1,{}]}}""")]
    [InlineData("""{"unknown":1,"command":"x"}""")]
    public async Task Unknown_properties_are_ignored(string parameters)
    {
        await using var client = await StartAsync();
        await client.SendAsync(Ask(6).Replace("""{"command":"x"}""", parameters, StringComparison.Ordinal));
        Assert.True((await client.ReadAsync()).ContainsKey("result"));
    }

    [Fact]
    public async Task A_method_has_one_handler()
    {
        await using var client = await StartAsync();
        Assert.Throws<ArgumentException>(() => Register(client.Connection));
        Assert.Throws<ArgumentException>(() => client.Connection.OnNotification(Methods.Exit, _ => { }));
    }

    [Fact]
    public async Task A_failing_notification_is_logged()
    {
        var logger = new Mock<ILogger>();
        await using var client = new TestClient(new ConnectionOptions { Logger = logger.Object }, Register);
        await client.InitializeAsync();
        await client.SendAsync(
            """{"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":{"uri":"throw"}}}"""
        );
        await client.ReadToEndAsync();
        var logged = Assert.Single(logger.Invocations, call => Equals(call.Arguments[0], LogLevel.Error));
        Assert.IsType<InvalidOperationException>(logged.Arguments[3]);
    }

    [Fact]
    public async Task An_odd_capability_does_not_keep_a_client_from_starting()
    {
        InitializeParams? seen = null;
        await using var client = new TestClient(register: connection =>
            connection.OnNotification(Methods.Initialized, _ => { })
        );
        client.OnInitialize = parameters => seen = parameters;
        await client.InitializeAsync(
            """
            {"processId":"none","workspaceFolders":false,"capabilities":{"general":{"positionEncodings":[8]},
            "textDocument":{"publishDiagnostics":{"tagSupport":true,"versionSupport":true}},"window":[]}}
            """
        );
        Assert.Equal(true, seen!.Capabilities.TextDocument!.PublishDiagnostics!.VersionSupport);
        Assert.Null(seen.Capabilities.TextDocument.PublishDiagnostics.TagSupport);
        Assert.Null(seen.Capabilities.Window);
        Assert.Null(seen.ProcessId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","params":null""")]
    [InlineData(""","params":[]""")]
    [InlineData(""","params":{}""")]
    public async Task Empty_params_come_in_several_shapes(string parameters)
    {
        var initialized = 0;
        await using var client = new TestClient(register: connection =>
            connection.OnNotification(Methods.Initialized, _ => initialized++)
        );
        await client.InitializeAsync();
        await client.SendAsync($$"""{"jsonrpc":"2.0","method":"initialized"{{parameters}}}""");
        await client.ReadToEndAsync();
        Assert.Equal(1, initialized);
    }

    private static string Ask(int id) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"workspace/executeCommand","params":{"command":"x"}}""";

    private static async Task<TestClient> StartAsync()
    {
        var client = new TestClient(register: Register);
        await client.InitializeAsync();
        return client;
    }

    private static void Register(Connection connection)
    {
        connection.OnNotification(
            Methods.TextDocument.DidSave,
            saved => throw new InvalidOperationException(saved.TextDocument.Uri)
        );
        connection.OnRequest(
            Methods.Workspace.ExecuteCommand,
            (parameters, _) =>
                parameters.Command switch
                {
                    "throw" => throw new InvalidOperationException("It broke."),
                    "fail" => throw new RpcException(1234, "It cannot be."),
                    _ => Task.FromResult<System.Text.Json.JsonElement?>(null),
                }
        );
    }
}
