using System.Text.Json;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Completion;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

/// <summary>Completions come in the form that the client understands.</summary>
public class CompletionTests
{
    private const string Card = "# T\n\n## Ä?\n<!-- card: ki‸n -->\n\nT.\n";

    [Fact]
    public void A_plain_client_gets_plain_edits()
    {
        using var desk = new NameDesk(("d.deck.md", Card));
        var list = Complete(desk);
        Assert.False(list.IsIncomplete);
        Assert.Null(list.ItemDefaults);
        var item = list.Items.Single(item => item.Label == "kind");
        Assert.Equal("4:12 kin", desk.Show(item.TextEdit!.Plain!.Range));
        Assert.Equal("kind=", item.TextEdit.Plain.NewText);
        Assert.Equal("kind=", item.FilterText);
        Assert.Equal("The kind of card, where its shape does not tell.", item.Detail);
        Assert.Null(item.LabelDetails);
        Assert.Null(item.TextEditText);
        Assert.Null(item.InsertTextFormat);
        Assert.Equal(
            list.Items.Select(one => one.SortText).Order(StringComparer.Ordinal),
            list.Items.Select(one => one.SortText)
        );
    }

    [Fact]
    public void A_client_that_inserts_or_replaces_gets_both_ranges()
    {
        using var desk = new NameDesk(("d.deck.md", Card))
        {
            Client =
                """{"textDocument":{"completion":{"completionItem":{"insertReplaceSupport":true,"labelDetailsSupport":true}}}}""",
        };
        var item = Complete(desk).Items.Single(item => item.Label == "kind");
        Assert.Equal("4:12 ki", desk.Show(item.TextEdit!.InsertReplace!.Insert));
        Assert.Equal("4:12 kin", desk.Show(item.TextEdit.InsertReplace.Replace));
        Assert.Equal("The kind of card, where its shape does not tell.", item.LabelDetails!.Description);
        Assert.Null(item.Detail);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_that_knows_defaults_gets_the_range_once(bool replaces)
    {
        using var desk = new NameDesk(("d.deck.md", Card))
        {
            Client =
                """{"textDocument":{"completion":{"completionItem":{"insertReplaceSupport":IS},"completionList":{"itemDefaults":["editRange"]}}}}""".Replace(
                    "IS",
                    replaces ? "true" : "false",
                    StringComparison.Ordinal
                ),
        };
        var list = Complete(desk);
        Assert.All(list.Items, item => Assert.Null(item.TextEdit));
        Assert.Equal("kind=", list.Items.Single(item => item.Label == "kind").TextEditText);
        var range = list.ItemDefaults!.EditRange!;
        Assert.Equal(replaces, range.Both is not null);
        Assert.Equal("4:12 kin", desk.Show(range.Both?.Replace ?? range.Range));
    }

    [Theory]
    [InlineData(true, "## ${1:Which one is right?}")]
    [InlineData(false, "## Which one is right?")]
    public void Skeletons_are_snippets_where_these_are_known(bool snippets, string start)
    {
        using var desk = new NameDesk(("d.deck.md", "# T\n\ncho‸\n"))
        {
            Client = """{"textDocument":{"completion":{"completionItem":{"snippetSupport":IS}}}}""".Replace(
                "IS",
                snippets ? "true" : "false",
                StringComparison.Ordinal
            ),
        };
        var item = Assert.Single(Complete(desk).Items);
        Assert.StartsWith(start, item.TextEdit!.Plain!.NewText, StringComparison.Ordinal);
        Assert.Equal(snippets ? InsertTextFormat.Snippet : null, item.InsertTextFormat);
        Assert.Equal("choice", item.FilterText);
    }

    [Theory]
    [InlineData("## A\n<!-- card: ‸ -->\n", "kind", "The kind of card, where its shape does not tell.")]
    [InlineData("---\n‸\n---\n", "by", "The day to be ready for, such as `2027-02-14`.")]
    [InlineData("## A\n<!-- card: kind=‸ -->\n", "order", "The first ordered list, in the right order.")]
    [InlineData("## A\n<!-- card: ignore=‸ -->\n", "no-key", "a question with options none of which is marked correct")]
    [InlineData("## A\n<!-- card: requires=‸ -->\n", "servers/", "**All servers**\n\nservers.deck.md")]
    [InlineData(
        "## A\n<!-- card: requires=servers/‸ -->\n",
        "worker",
        "**What is a worker?**\n\nrecall · servers.deck.md · #os"
    )]
    [InlineData("## A\n\n[x](servers.deck.md#‸)\n", "group", "**Group**\n\ngroup · servers.deck.md")]
    [InlineData("## A\n\nT.\n\nrec‸\n", "recall card", "```markdown\n## What is asked?\n\nThe answer.\n```")]
    [InlineData("## A\n<!-- card: shuffle=‸ -->\n", "true", null)]
    public void What_is_looked_at_is_explained(string text, string label, string? expected)
    {
        using var desk = new NameDesk(
            ("d.deck.md", text),
            (
                "servers.deck.md",
                "---\ndeck: All servers\n---\n## What is a worker?\n<!-- card: id=worker tags=os -->\n\nA.\n\n## Group\n\n### B\n\nT.\n"
            )
        )
        {
            Client = """{"textDocument":{"completion":{"completionItem":{"documentationFormat":["markdown"]}}}}""",
        };
        var item = Complete(desk).Items.Single(item => item.Label == label);

        // As it comes back over the wire.
        var json = JsonSerializer.Serialize(item, LspJsonContext.Default.CompletionItem);
        var resolved = CompletionResolve.Of(
            desk.View,
            JsonSerializer.Deserialize(json, LspJsonContext.Default.CompletionItem)!,
            desk.Capabilities
        );
        Assert.Equal(expected, resolved.Documentation?.Value);
        Assert.Equal(expected is null ? null : MarkupKind.Markdown, resolved.Documentation?.Kind);
        Assert.Equal(item.Label, resolved.Label);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"sort":0,"name":"none"}""")]
    [InlineData("""{"sort":8,"name":"x","path":"/gone.deck.md","section":4}""")]
    public void What_is_none_of_ours_stays_as_it_is(string data)
    {
        using var desk = new NameDesk(("d.deck.md", "‸"));
        var item = new CompletionItem("x", Data: JsonElement.Parse(data));
        Assert.Equal(item, CompletionResolve.Of(desk.View, item, desk.Capabilities));
    }

    private static CompletionList Complete(NameDesk desk) =>
        CompletionFeature.Of(desk.Query, new CompletionParams(desk.Document, desk.Cursor))!;
}
