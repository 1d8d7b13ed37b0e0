using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

public class LoggingTests
{
    [Fact]
    public async Task Log_lines_reach_the_client_once_it_is_initialized()
    {
        using var provider = new WindowLoggerProvider(LogLevel.Warning);
        var logger = provider.CreateLogger("server");
        await using var client = new TestClient(register: provider.Attach);
        logger.LogError("too early");
        await client.InitializeAsync();
        logger.LogInformation("too unimportant");
        logger.LogError(new InvalidOperationException("why"), "{What} broke", "it");
        Assert.Equal(
            """{"jsonrpc":"2.0","method":"window/logMessage","params":{"type":1,"message":"it broke: why"}}""",
            (await client.ReadAsync()).ToJsonString()
        );
    }

    [Theory]
    [InlineData(TraceValue.Off, null)]
    [InlineData(TraceValue.Messages, """{"message":"a"}""")]
    [InlineData(TraceValue.Verbose, """{"message":"a","verbose":"b"}""")]
    public async Task Trace_is_what_the_client_wants(string trace, string? expected)
    {
        await using var client = new TestClient(register: connection =>
            connection.OnNotification(Methods.TextDocument.DidSave, _ => connection.LogTrace("a", "b"))
        );
        await client.InitializeAsync();
        await client.SendAsync(
            $$$"""{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"{{{trace}}}"}}""",
            """{"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":{"uri":"a"}}}"""
        );
        var lines = await client.ReadToEndAsync();
        Assert.Equal(expected is null ? [] : [expected], lines.Select(line => line["params"]!.ToJsonString()));
        Assert.Equal(trace, client.Connection.Trace);
    }

    [Fact]
    public async Task Answers_are_traced()
    {
        await using var client = new TestClient();
        await client.InitializeAsync("""{"capabilities":{},"trace":"messages"}""");
        Assert.StartsWith(
            "initialize (0) answered in ",
            (string)(await client.ReadAsync())["params"]!["message"]!,
            StringComparison.Ordinal
        );
    }
}
