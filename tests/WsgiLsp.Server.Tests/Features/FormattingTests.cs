using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Formatting;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class FormattingTests
{
    [Fact]
    public void A_deck_gets_its_canonical_form()
    {
        var deck = new MarkedDeck("Title\n=====\n## Which?\n\n* [X] a\n* [ ] b\n\n\n");

        var edits = FormattingFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions);

        Assert.Equal("# Title\n\n## Which?\n\n- [x] a\n- [ ] b\n", deck.Apply(edits));
    }

    [Fact]
    public void Edits_are_small()
    {
        var deck = new MarkedDeck("# T\n\n## Which?\n\n- [ ] a\n- [X] b\n\nBecause.\n");

        var edit = Assert.Single(FormattingFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions));

        Assert.Equal("X", deck.TextOf(edit.Range));
        Assert.Equal("x", edit.NewText);
    }

    [Fact]
    public void Columns_are_counted_as_agreed()
    {
        var deck = new MarkedDeck("## \U0001F393 ##\n");

        var utf16 = Assert.Single(FormattingFeature.Of(deck.Document, deck.Deck, new PositionEncoding(isUtf8: false)));
        var utf8 = Assert.Single(FormattingFeature.Of(deck.Document, deck.Deck, new PositionEncoding(isUtf8: true)));

        Assert.Equal(new(new(0, 5), new(0, 8)), utf16.Range);
        Assert.Equal(new(new(0, 7), new(0, 10)), utf8.Range);
    }

    [Theory]
    [InlineData("# T\n## A?\n* a‸\n## B?\n* b\n", "# T\n## A?\n\n- a\n\n## B?\n* b\n")]
    [InlineData("# T\n## A?\n‸* a\n‸## B?\n* b\n", "# T\n## A?\n\n- a\n\n## B?\n* b\n")]
    [InlineData("# T\n## A?\n* ‸a\n## B?‸\n* b\n", "# T\n## A?\n\n- a\n\n## B?\n\n- b\n")]
    public void A_selection_formats_the_sections_that_it_touches(string marked, string expected)
    {
        var deck = new MarkedDeck(marked);

        Assert.Equal(
            expected,
            deck.Apply(FormattingFeature.Of(deck.Document, deck.Deck, deck.Selection, MarkedDeck.Positions))
        );
    }

    [Theory]
    [InlineData("#   T #\n‸", "# T\n")]
    [InlineData("# T\n\n## A?\n\n- [X]  a  \n‸", "# T\n\n## A?\n\n- [x] a  \n")]
    [InlineData("# T\r\n\r\n## A?\r\n\r\n- [ ] x\r\n- [X] a\r\n‸", "# T\r\n\r\n## A?\r\n\r\n- [ ] x\r\n- [x] a\r\n")]
    [InlineData("# T\n\n|a|b|\n|-|-|\n|long|c|\n‸\n", "# T\n\n| a    | b   |\n| ---- | --- |\n| long | c   |\n\n")]
    [InlineData("# T\n\n|a|b|\n|-|-|\n‸|long|c|\n", "# T\n\n|a|b|\n|-|-|\n|long|c|\n")]
    [InlineData("# T\n\ntext  \n‸", "# T\n\ntext  \n")]
    [InlineData("# T\n\n```\n#   x\n‸", "# T\n\n```\n#   x\n")]
    [InlineData("* [X] a\n\n#   T\n\n\n‸", "* [X] a\n\n#   T\n\n\n")]
    [InlineData("---\ndeck:   x\n‸---\n# T\n", "---\ndeck:   x\n---\n# T\n")]
    [InlineData("---\ndeck:   x\n---\n#  T\n‸", "---\ndeck:   x\n---\n# T\n")]
    public void The_line_left_by_enter_is_tidied_up(string marked, string expected)
    {
        var deck = new MarkedDeck(marked);
        var parameters = new DocumentOnTypeFormattingParams(new(MarkedDeck.Uri), deck.Cursor, "\n");

        Assert.Equal(
            expected,
            deck.Apply(FormattingFeature.OnType(deck.Document, deck.Deck, parameters, MarkedDeck.Positions))
        );
        Assert.Empty(
            FormattingFeature.OnType(deck.Document, deck.Deck, parameters with { Ch = "x" }, MarkedDeck.Positions)
        );
    }

    [Fact]
    public async Task The_server_formats()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("# T #\n\na\n\n\n");

        const string Options = "\"options\":{\"tabSize\":8,\"insertSpaces\":false}";
        var document = server.Document()[..^1];
        var all = await server.Client.RequestAsync("textDocument/formatting", $"{document},{Options}}}");
        var part = await server.Client.RequestAsync(
            "textDocument/rangeFormatting",
            $$$"""{{{document}}},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}},{{{Options}}}}"""
        );
        var typed = await server.Client.RequestAsync(
            "textDocument/onTypeFormatting",
            $$$"""{{{document}}},"position":{"line":1,"character":0},"ch":"\n",{{{Options}}}}"""
        );

        Assert.Equal(2, all!.AsArray().Count);
        Assert.Equal(all.ToJsonString(), part!.ToJsonString());
        var line = Assert.Single(typed!.AsArray())!;
        Assert.Equal("# T", (string?)line["newText"]);
        Assert.Equal(0, (int)line["range"]!["end"]!["line"]!);
    }
}
