using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Hover;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class HoverTests
{
    private static readonly ClientCapabilities MarkdownClient = new(
        TextDocument: new(Hover: new([MarkupKind.Markdown, MarkupKind.PlainText]))
    );

    [Theory]
    [InlineData("## What is 2 + 2?‸\n\nFour.\n", "recall\n\nFour.")]
    [InlineData("‸## What is 2 + 2?\n\nFour.\n", "recall\n\nFour.")]
    [InlineData("What is‸ 2 + 2?\n---------------\n\nFour.\n", "recall\n\nFour.")]
    [InlineData("##‸ What is 2 + 2?\r\n\r\nFour.\r\n\r\nOr so.\r\n", "recall\n\nFour.\n\nOr so.")]
    [InlineData("## Empty?‸\n", "recall")]
    [InlineData(
        """
            ## Sum?
            <!-- card: level=beginner‸ tags=a,b -->

            > [!TIP]
            > Count.

            > [!TIP]
            > Your fingers.

            Four.

            > [!NOTE]
            > In base ten.
            """,
        "recall · beginner · #a · #b · 2 hints\n\nFour.\n\nIn base ten."
    )]
    [InlineData(
        """
            ## Which‸?

            > [!TIP]
            > It grows.

            - [ ] Stone
              > Hard.
            - [x] Apple

            Apples grow.
            """,
        "choice · 1 hint\n\n- ✗ Stone\n- ✓ Apple\n\nApples grow."
    )]
    [InlineData("## Which two‸?\n\n- [x] a\n- [ ] b\n- [x] c\n", "multi\n\n- ✓ a\n- ✗ b\n- ✓ c")]
    [InlineData("## The sun is hot‸\n\nTrue. It burns.\n", "true-false\n\n**True**\n\nIt burns.")]
    [InlineData("## The sun is cold‸\n\nFalse.\n", "true-false\n\n**False**")]
    [InlineData(
        """
            ## Explain the tides‸

            The moon does it.

            > [!IMPORTANT]
            > - The **moon** pulls
            > - **Twice** a day
            """,
        "explain\n\n1. The **moon** pulls\n2. **Twice** a day\n\nThe moon does it."
    )]
    [InlineData("## Sources‸\n\nA book.\n", "note\n\nA book.")]
    public void The_answer_shows_over_the_heading_and_its_metadata(string deck, string expected) =>
        Assert.Equal(expected, Hover(deck, MarkdownClient)?.Contents.Value);

    [Theory]
    [InlineData("## What is 2 + 2?\n‸\nFour.\n")]
    [InlineData("## What is 2 + 2?\n\nFo‸ur.\n")]
    [InlineData("# Title‸\n\n## What is 2 + 2?\n\nFour.\n")]
    [InlineData("# T\n\n## Group‸\n\n### What is 2 + 2?\n\nFour.\n")]
    [InlineData("‸\n## What is 2 + 2?\n\nFour.\n")]
    [InlineData("---\nde‸ck: x\n---\n\n## What is 2 + 2?\n\nFour.\n")]
    [InlineData("‸")]
    public void Nothing_shows_elsewhere(string deck) => Assert.Null(Hover(deck, MarkdownClient));

    [Theory]
    [InlineData("## What‸?\n\nFour.\n", "## What?")]
    [InlineData("## What‸?\n<!-- card: id=x -->\n\nFour.\n", "## What?\n<!-- card: id=x -->")]
    [InlineData("## A\n\nb\n\n## What?\n\n<!-- card: id=x ‸-->\n\nFour.\n", "## What?\n\n<!-- card: id=x -->")]
    public void It_names_the_place_that_it_is_about(string text, string expected)
    {
        var deck = new MarkedDeck(text);
        Assert.Equal(expected, deck.TextOf(Hover(deck, MarkdownClient)!.Range!.Value));
    }

    [Fact]
    public void A_client_that_renders_no_Markdown_gets_plain_text()
    {
        Assert.Equal(MarkupKind.Markdown, Hover("## A‸?\n\nb\n", MarkdownClient)!.Contents.Kind);
        Assert.Equal(MarkupKind.PlainText, Hover("## A‸?\n\nb\n", new ClientCapabilities())!.Contents.Kind);
        var plain = new ClientCapabilities(TextDocument: new(Hover: new([MarkupKind.PlainText])));
        Assert.Equal(MarkupKind.PlainText, Hover("## A‸?\n\nb\n", plain)!.Contents.Kind);
    }

    private static Hover? Hover(string marked, ClientCapabilities client) => Hover(new MarkedDeck(marked), client);

    private static Hover? Hover(MarkedDeck deck, ClientCapabilities client) =>
        HoverFeature.At(deck.Document, deck.Deck, deck.Cursor, MarkedDeck.Positions, client);
}
