using System.Text.Json.Nodes;
using WsgiLsp.Decks.Text;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features.Histories;

/// <summary>What was learned stays with cards and decks that are renamed.</summary>
public class RenamedTests
{
    private const string Deck =
        "# T\n\n## What is a worker?\n<!-- card: id=worker -->\n\nLoads modules eagerly.\n\n## What is it?\n\nWrites logs lazily.\n\n## What else?\n<!-- card: requires=worker,d/what-is-it -->\n\nNothing at all, it seems.\n";

    [Theory]
    [InlineData("id=wor|ker", "process", "d/worker", "d/process")]
    [InlineData("d/what-is-|it", "it", "d/what-is-it", "d/it")]
    [InlineData("## What is |it?", "What is meant by it?", "d/what-is-it", "d/what-is-meant-by-it")]
    [InlineData("## What is |it?", "Kinds of logging", "d/what-is-it", "d/kinds-of-logging")]
    [InlineData("requires=worker,|d", "servers", "d/what-is-it", "servers/what-is-it")]
    public async Task A_history_follows_a_renamed_card(string at, string name, string before, string after)
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await ReadAsync(folder);
        var edit = await RenameAsync(folder, at, name);
        await folder.SaveAsync("d.deck.md", Apply(Deck, edit["changes"]![folder.Server.Uri("d.deck.md")]!));
        await folder.SettleAsync("d.deck.md");
        Assert.Equal(1, folder.State(after).Repetitions);
        Assert.True(folder.State(before).IsNew);
    }

    [Fact]
    public async Task A_rename_that_is_undone_moves_no_history()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await ReadAsync(folder);
        await RenameAsync(folder, "id=wor|ker", "process");
        await folder.SaveAsync("d.deck.md", Deck + "\n");
        await folder.SettleAsync("d.deck.md");
        Assert.Equal(1, folder.State("d/worker").Repetitions);
    }

    [Fact]
    public async Task Histories_follow_a_renamed_file()
    {
        await using var folder = LearnedFolder
            .Of(("d.deck.md", Deck), ("e.deck.md", "## E\n<!-- card: requires=d/worker -->\n\n[x](d.deck.md#worker)\n"))
            .Learn("d.deck.md");
        await folder.StartAsync("""{"workspace":{"fileOperations":{"willRename":true,"didRename":true}}}""");
        await folder.OpenAsync("e.deck.md");
        await ReadAsync(folder);
        var files =
            $$"""{"files":[{"oldUri":"{{folder.Server.Uri("d.deck.md")}}","newUri":"{{folder.Server.Uri("servers.deck.md")}}"}]}""";
        var edit = await folder.Client.RequestAsync("workspace/willRenameFiles", files);
        Assert.Equal(
            "## E\n<!-- card: requires=servers/worker -->\n\n[x](servers.deck.md#worker)\n",
            Apply(
                await File.ReadAllTextAsync(folder.Server.Folder["e.deck.md"], TestContext.Current.CancellationToken),
                edit!["changes"]![folder.Server.Uri("e.deck.md")]!
            )
        );

        File.Move(folder.Server.Folder["d.deck.md"], folder.Server.Folder["servers.deck.md"]);
        await folder.Client.NotifyAsync("workspace/didRenameFiles", files);
        Assert.Equal(
            "3 changed cards kept what you learned.",
            (string?)(await folder.Client.ReceiveAsync("window/showMessage"))["params"]!["message"]
        );
        Assert.Equal(1, folder.State("servers/worker").Repetitions);
        Assert.Equal(1, folder.State("servers/what-is-it").Repetitions);
        Assert.True(folder.State("d/worker").IsNew);
    }

    [Fact]
    public async Task Files_that_come_and_go_are_found_and_lost()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck));
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await ReadAsync(folder);
        folder.Server.Folder.With("new.deck.md", "## Brand new\n\nT.\n");
        await folder.Client.NotifyAsync(
            "workspace/didCreateFiles",
            $$"""{"files":[{"uri":"{{folder.Server.Uri("new.deck.md")}}"}]}"""
        );
        await UntilFoundAsync(folder, "Brand new", 1);

        File.Delete(folder.Server.Folder["new.deck.md"]);
        await folder.Client.NotifyAsync(
            "workspace/didDeleteFiles",
            $$"""{"files":[{"uri":"{{folder.Server.Uri("new.deck.md")}}"}]}"""
        );
        await UntilFoundAsync(folder, "Brand new", 0);
    }

    [Fact]
    public async Task A_refused_rename_is_answered_with_its_reason()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck));
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await ReadAsync(folder);
        var answer = await folder.Client.AnswerAsync(await AskAsync(folder, "id=wor|ker", "what-is-it"));
        Assert.Equal("'what-is-it' is the name of \"What is it?\", line 8.", (string?)answer["error"]!["message"]);
    }

    /// <summary>Waits until the folder is read: until then nothing can be found.</summary>
    private static Task ReadAsync(LearnedFolder folder) => UntilFoundAsync(folder, "T", atLeast: 1);

    private static async Task UntilFoundAsync(LearnedFolder folder, string title, int atLeast)
    {
        while (true)
        {
            var found = await folder.Client.RequestAsync("workspace/symbol", $$"""{"query":"{{title}}"}""");
            var count = found!.AsArray().Count(symbol => (string?)symbol!["name"] == title);
            var isRead =
                (await folder.Client.AnswerAsync(await AskAsync(folder, "## What |else", "What else?")))["error"]
                is null;
            if (isRead && (atLeast == 0 ? count == 0 : count >= atLeast))
            {
                return;
            }
        }
    }

    private static Task<int> AskAsync(LearnedFolder folder, string at, string name)
    {
        var offset = Deck.IndexOf(at.Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var place = new SourceText(Deck).GetPosition(offset + at.IndexOf('|', StringComparison.Ordinal));
        return folder.Client.AskAsync(
            "textDocument/rename",
            $$$"""{"textDocument":{"uri":"{{{folder.Server.Uri("d.deck.md")}}}"},"position":{"line":{{{place.Line}}},"character":{{{place.Character}}}},"newName":{{{LspClient.Quote(name)}}}}"""
        );
    }

    private static async Task<JsonNode> RenameAsync(LearnedFolder folder, string at, string name)
    {
        var answer = await folder.Client.AnswerAsync(await AskAsync(folder, at, name));
        Assert.Null(answer["error"]);
        return answer["result"]!;
    }

    private static string Apply(string before, JsonNode edits)
    {
        var text = new SourceText(before);
        return edits
            .AsArray()
            .Select(edit => (Start: Offset(edit!, "start"), End: Offset(edit!, "end"), Text: (string)edit!["newText"]!))
            .OrderByDescending(edit => edit.Start)
            .Aggregate(
                before,
                (now, edit) => now.Remove(edit.Start, edit.End - edit.Start).Insert(edit.Start, edit.Text)
            );

        int Offset(JsonNode edit, string side) =>
            text.GetOffset(
                new LinePosition((int)edit["range"]![side]!["line"]!, (int)edit["range"]![side]!["character"]!)
            );
    }
}
