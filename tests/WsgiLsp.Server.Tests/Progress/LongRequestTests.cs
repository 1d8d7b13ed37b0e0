using System.IO.Pipelines;
using System.Text.Json;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Progress;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Progress;

/// <summary>What a client sees of a request that takes long.</summary>
public class LongRequestTests
{
    private static readonly ReferenceParams Shown = new(
        new TextDocumentIdentifier("file:///a"),
        new Position(0, 0),
        new ReferenceContext(IncludeDeclaration: true),
        JsonElement.Parse("\"w\"")
    );

    [Fact]
    public async Task What_is_over_soon_is_not_shown()
    {
        var heard = await HearAsync(
            Shown,
            (request, _) =>
            {
                request.Report(0, 2);
                request.Report(1, 2);
            }
        );
        Assert.Empty(heard);
    }

    [Fact]
    public async Task What_takes_long_begins_goes_on_and_ends()
    {
        var heard = await HearAsync(
            Shown,
            (request, clock) =>
            {
                request.Report(0, 4);
                clock.Pass(ProgressBar.ShortTime);
                request.Report(1, 4);
                request.Report(2, 4);
                request.Report(2, 4);
                request.Report(1, 4);
                request.Report(4, 4);
            }
        );
        Assert.Equal(
            [
                """{"kind":"begin","title":"Working","cancellable":true,"percentage":25}""",
                """{"kind":"report","cancellable":true,"message":"2 of 4","percentage":50}""",
                """{"kind":"report","cancellable":true,"message":"4 of 4","percentage":100}""",
                """{"kind":"end"}""",
            ],
            heard
        );
    }

    [Fact]
    public async Task What_fails_ends_as_well()
    {
        var heard = await HearAsync(
            Shown,
            (request, clock) =>
            {
                clock.Pass(ProgressBar.ShortTime);
                request.Report(0, 1);
                throw new InvalidOperationException("on purpose");
            }
        );
        Assert.Equal("""{"kind":"end"}""", heard[^1]);
    }

    [Fact]
    public async Task What_is_reported_late_does_not_begin_again()
    {
        LongRequest? over = null;
        var heard = await HearAsync(
            Shown,
            (request, clock) =>
            {
                over = request;
                clock.Pass(ProgressBar.ShortTime);
                request.Report(1, 2);
            },
            late: () => over!.Report(2, 2)
        );
        Assert.Equal("""{"kind":"end"}""", heard[^1]);
    }

    [Fact]
    public async Task Nobody_is_told_who_did_not_ask()
    {
        var heard = await HearAsync(
            Shown with
            {
                WorkDoneToken = null,
            },
            (request, clock) =>
            {
                clock.Pass(ProgressBar.ShortTime);
                request.Report(1, 2);
            }
        );
        Assert.Empty(heard);
    }

    [Theory]
    [InlineData("references", 700)]
    [InlineData("references", 256)]
    [InlineData("references", 1)]
    [InlineData("symbol", 700)]
    [InlineData("symbol", 0)]
    public async Task Parts_make_the_whole(string method, int cards)
    {
        await using var server = TestServer.Create();
        await server.InitializeAsync();
        var text =
            "# T\n"
            + string.Concat(Enumerable.Range(0, cards).Select(i => $"\n## Card {i}?\n<!-- card: tags=x -->\n\nYes.\n"));
        await server.OpenAsync(text);
        var (name, parameters) = method switch
        {
            "references" => (
                "textDocument/references",
                $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"position":{"line":3,"character":16},"context":{"includeDeclaration":true}"""
            ),
            _ => ("workspace/symbol", """{"query":"card" """),
        };
        var whole = (await server.Client.RequestAsync(name, parameters + "}"))!.AsArray();
        var id = await server.Client.AskAsync(name, parameters + ",\"partialResultToken\":7}");
        Assert.Empty((await server.Client.AnswerAsync(id))["result"]!.AsArray());
        var parts = await server.Client.SettledAsync("$/progress");

        Assert.Equal(method == "symbol" ? Math.Min(cards, 256) : cards, whole.Count);
        Assert.Equal((whole.Count + LongRequests.Part - 1) / LongRequests.Part, parts.Count);
        Assert.Equal(
            whole.Select(item => item!.ToJsonString()),
            parts.SelectMany(part => part["params"]!["value"]!.AsArray()).Select(item => item!.ToJsonString())
        );
    }

    private static async Task<IReadOnlyList<string>> HearAsync(
        IWorkDoneProgressParams parameters,
        Action<LongRequest, Clock> work,
        Action? late = null
    )
    {
        var (toServer, fromServer) = (new Pipe(), new Pipe());
        using var transport = new Transport(toServer.Reader.AsStream(), fromServer.Writer.AsStream());
        var connection = new Connection(transport);
        var clock = new Clock();
        connection.OnInitialize(_ => new InitializeResult(new()));
        connection.OnRequest(
            Methods.TextDocument.References,
            (_, cancellation) =>
                new LongRequests(connection, clock).RunAsync<IReadOnlyList<Location>?>(
                    parameters,
                    "Working",
                    request =>
                    {
                        work(request, clock);
                        return Task.FromResult<IReadOnlyList<Location>?>([]);
                    },
                    cancellation
                )
        );
        var running = connection.RunAsync(TestContext.Current.CancellationToken);
        var client = new LspClient(toServer.Writer.AsStream(), fromServer.Reader.AsStream());
        await client.RequestAsync("initialize", """{"processId":null,"rootUri":null,"capabilities":{}}""");
        await client.AnswerAsync(
            await client.AskAsync(
                "textDocument/references",
                """{"textDocument":{"uri":"x"},"position":{"line":0,"character":0},"context":{"includeDeclaration":true}}"""
            )
        );

        // Nothing comes after the answer.
        late?.Invoke();
        var heard = client.Unread.Select(message => message["params"]!["value"]!.ToJsonString()).ToList();
        Assert.Empty(await client.SettledAsync("$/none"));
        Assert.Equal(heard.Count, client.Unread.Count);
        client.Hang();
        await running;
        return heard;
    }

    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
