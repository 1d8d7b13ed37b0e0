using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>Plain and rich clients, by what real editors say in <c>initialize</c>.</summary>
public class RecordedClientsTests
{
    private const string Recordings = "shared/examples/e2e/caps";

    [Theory]
    [InlineData("eglot", "plaintext")]
    [InlineData("nvim", "markdown")]
    [InlineData("vscode", "markdown")]
    public async Task A_client_gets_only_what_it_declared(string editor, string hoverKind)
    {
        Assert.SkipWhen(Repository.Find(Recordings) is null, $"There are no recordings in {Recordings}.");
        var recording = await File.ReadAllTextAsync(
            Path.Combine(Repository.Find(Recordings)!, editor + ".json"),
            TestContext.Current.CancellationToken
        );
        var initialize = JsonNode.Parse(recording)!.AsObject();
        initialize["processId"] = null;
        var client = initialize["capabilities"]!;

        await using var server = TestServer.Create();
        await server.InitializeWithAsync(initialize.ToJsonString(), isExact: true);
        await server.OpenAsync("# T\n\n## A?\n<!-- card: levle=beginner -->\n\nB. [a](#a)\n");
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":{}}""");
        var hover = await server.Client.RequestAsync(
            "textDocument/hover",
            $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"position":{"line":2,"character":1}}"""
        );
        var actions = await server.Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"range":{"start":{"line":3,"character":0},"end":{"line":3,"character":20}},"context":{"diagnostics":[]}}"""
        );
        var symbols = await server.Client.RequestAsync("textDocument/documentSymbol", server.Document());
        var definition = await server.Client.RequestAsync(
            "textDocument/definition",
            $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"position":{"line":5,"character":9}}"""
        );
        var completion = await server.Client.RequestAsync(
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"position":{"line":3,"character":13}}"""
        );
        var pulled = Has(client, "textDocument.diagnostic");
        var published = await server.Client.SettledAsync("textDocument/publishDiagnostics") is [.., var last]
            ? last
            : null;

        Assert.Equal(hoverKind, (string?)hover!["contents"]!["kind"]);
        var edit = actions!.AsArray().First(a => a!["edit"] is not null)!["edit"]!.AsObject();
        Assert.Equal(Has(client, "workspace.workspaceEdit.documentChanges"), edit.ContainsKey("documentChanges"));
        Assert.Equal(
            Has(client, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
            symbols![0]!.AsObject().ContainsKey("selectionRange")
        );
        Assert.Equal(pulled, server.Initialized["capabilities"]!["diagnosticProvider"] is not null);
        Assert.Equal(pulled, published is null);
        Assert.Equal(
            !pulled && Has(client, "textDocument.publishDiagnostics.versionSupport"),
            published?["params"]!.AsObject().ContainsKey("version") == true
        );
        Assert.Equal(
            Has(client, "general.positionEncodings"),
            server.Initialized["capabilities"]!["positionEncoding"] is not null
        );
        Assert.Equal(
            Has(client, "textDocument.definition.linkSupport"),
            definition![0]!.AsObject().ContainsKey("targetUri")
        );
        Assert.Equal(
            client["textDocument"]?["completion"]?["completionList"]?["itemDefaults"] is not null,
            completion!.AsObject().ContainsKey("itemDefaults")
        );
        Assert.Equal(
            Has(client, "textDocument.rename.prepareSupport"),
            server.Initialized["capabilities"]!["renameProvider"] is JsonObject
        );
        Assert.Equal(
            Has(client, "workspace.fileOperations.willRename"),
            server.Initialized["capabilities"]!["workspace"]?["fileOperations"]?["willRename"] is not null
        );
        foreach (var request in server.Client.Unread.Where(m => m.ContainsKey("id") && m.ContainsKey("method")))
        {
            Assert.True(
                (string)request["method"]! switch
                {
                    "workspace/configuration" => Has(client, "workspace.configuration"),
                    "workspace/codeLens/refresh" => Has(client, "workspace.codeLens.refreshSupport"),
                    "workspace/inlayHint/refresh" => Has(client, "workspace.inlayHint.refreshSupport"),
                    "window/workDoneProgress/create" => Has(client, "window.workDoneProgress"),
                    "client/registerCapability" => Has(
                        client,
                        ((string)request["params"]!["registrations"]![0]!["method"]!).Replace('/', '.')
                            + ".dynamicRegistration"
                    ),
                    "workspace/diagnostic/refresh" => pulled,
                    _ => false,
                },
                request.ToJsonString()
            );
        }
    }

    /// <summary>Whether a capability is there and not false.</summary>
    private static bool Has(JsonNode client, string path)
    {
        var found = path.Split('.').Aggregate((JsonNode?)client, (node, name) => node?[name]);
        return found is not null && !(found is JsonValue value && value.TryGetValue<bool>(out var isTrue) && !isTrue);
    }
}
