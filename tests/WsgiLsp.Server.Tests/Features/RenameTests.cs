using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.FileOperations;
using WsgiLsp.Server.Features.Rename;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class RenameTests
{
    private const string Versions = """{"workspace":{"workspaceEdit":{"documentChanges":true}}}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rename_edits_open_documents_and_files_in_the_clients_form(bool hasVersions)
    {
        using var desk = Desk("## A\n<!-- card: id=wor‸ker -->\n\nT.\n", hasVersions ? Versions : "{}");
        var edit = RenameFeature.Of(desk.Query, new RenameParams(desk.Document, desk.Cursor, "process"));
        Assert.Equal(hasVersions, edit!.DocumentChanges is not null);
        Assert.Equal(!hasVersions, edit.Changes is not null);
        if (hasVersions)
        {
            Assert.Equal([7, null], edit.DocumentChanges!.Select(change => change.TextDocument.Version));
        }

        Assert.Equal(
            [
                "## A\n<!-- card: id=process -->\n\nT.\n",
                "## B\n<!-- card: requires=d/process -->\n\nÄ [x](d.deck.md#process)\n",
            ],
            desk.Apply(edit).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value)
        );
    }

    [Fact]
    public void Bytes_are_counted_in_files_that_are_not_open_as_well()
    {
        using var desk = new NameDesk(("d.deck.md", "## Ä‸\n\nT.\n"), ("e.deck.md", "## B\n\nÄÖ [x](d.deck.md#ä)\n"))
        {
            IsUtf8 = true,
        };
        var edit = RenameFeature.Of(desk.Query, new RenameParams(desk.Document, desk.Cursor, "Ü"));
        Assert.Equal("## B\n\nÄÖ [x](d.deck.md#ü)\n", desk.Apply(edit)["e.deck.md"]);
    }

    /// <summary>Of the same length and perhaps of the same time: only what the file says tells that it changed.</summary>
    [Theory]
    [InlineData("## B\n\nÄ. [x](d.deck.md#worker)\n")]
    [InlineData("## B\n\n[x](d.deck.md#worker) .Ä\n")]
    [InlineData("## B\n\n`[x](d.deck.md#worker)` Ä\n")]
    [InlineData("## B\r\n\r\n[x](d.deck.md#worker)\n")]
    [InlineData("[x](d.deck.md#worker) [y](d.deck.md#worker)\n")]
    public void A_file_that_just_changed_is_edited_as_it_is_now(string now)
    {
        using var desk = new NameDesk(
            ("d.deck.md", "## A\n<!-- card: id=wor‸ker -->\n\nT.\n"),
            ("e.deck.md", "## B\n\nÄ [x](d.deck.md#worker).\n")
        );
        desk.Write("e.deck.md", now);

        var edit = RenameFeature.Of(desk.Query, new RenameParams(desk.Document, desk.Cursor, "process"));

        Assert.Equal(
            now.Contains('`', StringComparison.Ordinal)
                ? now
                : now.Replace("#worker", "#process", StringComparison.Ordinal),
            desk.Apply(edit).GetValueOrDefault("e.deck.md", now)
        );
    }

    [Fact]
    public void What_can_be_renamed_is_told_before()
    {
        using var desk = Desk("# T\n\n## What is ‸it?\n\nT.\n");
        var offer = RenameFeature.Prepare(desk.Query, new PrepareRenameParams(desk.Document, desk.Cursor));
        Assert.Equal("What is it?", offer!.Placeholder);
        Assert.Equal("3:4 What is it?", desk.Show(offer.Range));
    }

    [Fact]
    public void Prose_cannot_be_renamed()
    {
        using var desk = Desk("# T\n\n## What is it?\n\nT‸.\n");
        Assert.Null(RenameFeature.Prepare(desk.Query, new PrepareRenameParams(desk.Document, desk.Cursor)));
        Assert.Null(RenameFeature.Of(desk.Query, new RenameParams(desk.Document, desk.Cursor, "x")));
    }

    [Fact]
    public void A_refusal_is_an_error_that_says_why()
    {
        using var desk = Desk("## A\n<!-- card: id=wor‸ker -->\n\nT.\n");
        var refusal = Assert.Throws<RpcException>(() =>
            RenameFeature.Of(desk.Query, new RenameParams(desk.Document, desk.Cursor, "no id"))
        );
        Assert.Equal(ErrorCodes.RequestFailed, refusal.Code);
        Assert.StartsWith("'no id' cannot be an id", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_file_takes_its_links_along()
    {
        using var desk = Desk("## A\n<!-- card: id=worker -->\n\n‸T.\n");
        var edit = FileOperationsFeature.WillRename(
            desk.View,
            new RenameFilesParams([new FileRename(desk.Uri("d.deck.md"), desk.Uri("sub/new.deck.md"))]),
            desk.Capabilities,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            "## B\n<!-- card: requires=new/worker -->\n\nÄ [x](sub/new.deck.md#worker)\n",
            Assert.Single(desk.Apply(edit)).Value
        );
        Assert.Null(
            FileOperationsFeature.WillRename(
                desk.View,
                new RenameFilesParams([new FileRename(desk.Uri("other.txt"), desk.Uri("x.txt"))]),
                desk.Capabilities,
                TestContext.Current.CancellationToken
            )
        );
    }

    private static NameDesk Desk(string text, string client = "{}") =>
        new(("d.deck.md", text), ("e.deck.md", "## B\n<!-- card: requires=d/worker -->\n\nÄ [x](d.deck.md#worker)\n"))
        {
            Client = client,
        };
}
