using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Cards;

namespace WsgiLsp.Rendering.Tests.Cards;

public class CardHtmlTests
{
    [Fact]
    public void A_recall_card_has_prompt_hints_answer_and_explanation()
    {
        var card = Of(
            "# D\n\n## G & H\n\n### What is `x`?\n\nMore.\n\n> [!TIP]\n> *Think.*\n\n---\n\nAn **answer**.\n\n> [!NOTE]\n> Why.\n"
        );

        Assert.Equal("G &amp; H", card.Context);
        Assert.Equal("What is <code>x</code>?", card.Title);
        Assert.Equal("<p>More.</p>\n", card.Prompt);
        Assert.Equal(["<p><em>Think.</em></p>\n"], card.Hints);
        Assert.Equal("<p>An <strong>answer</strong>.</p>\n", card.Answer);
        Assert.Equal("<p>Why.</p>\n", card.Explanation);
    }

    [Fact]
    public void A_title_leads_nowhere() =>
        Assert.Equal("A link?", Of("## A [link](https://example.org)?\n\nb\n").Title);

    [Fact]
    public void A_choice_card_has_options_with_feedback()
    {
        var card = Of("## Which?\n\n- [ ] `a`\n  > No.\n- [x] b\n\nSo it is.\n");

        Assert.Equal(
            [new OptionHtml("<code>a</code>", false, "<p>No.</p>\n"), new OptionHtml("b", true, "")],
            card.Options
        );
        Assert.Equal("<p>b</p>\n", card.Answer);
        Assert.Equal("<p>So it is.</p>\n", card.Explanation);
    }

    [Fact]
    public void A_statement_is_true_or_false()
    {
        var card = Of("## The sun is cold\n\nFalse. It is hot.\n");

        Assert.Equal([new OptionHtml("True", false, ""), new OptionHtml("False", true, "")], card.Options);
        Assert.Equal("<p>False</p>\n", card.Answer);
        Assert.Equal("<p>It is hot.</p>\n", card.Explanation);
    }

    [Fact]
    public void Blanks_are_empty_in_the_prompt_and_filled_in_the_answer()
    {
        var card = Of("## The sky\n\nIt is **{{blue::which colour?}}** and {{*wide*}}.\n");

        Assert.Equal("The sky", card.Title);
        Assert.Equal(
            "<p>It is <strong><span class=\"blank\">[which colour?]</span></strong> and <span class=\"blank\">[…]</span>.</p>\n",
            card.Prompt
        );
        Assert.Equal("<p>It is <strong><mark>blue</mark></strong> and <mark><em>wide</em></mark>.</p>\n", card.Answer);
    }

    [Fact]
    public void A_blank_in_the_heading_is_shown_there()
    {
        var card = Of("## The sky is {{blue}}\n\nMore.\n");

        Assert.Equal("The sky is <span class=\"blank\">[…]</span>", card.Title);
        Assert.Contains("<mark>blue</mark>", card.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_in_code_is_a_blank_where_the_author_says_so() =>
        Assert.Equal(
            "<pre><code>a <span class=\"blank\">[…]</span>\n</code></pre>\n",
            Of("## Q\n<!-- card: kind=cloze -->\n\n```\na {{b}}\n```\n").Prompt
        );

    // What stands for blanks within this program may stand in a deck: it must not become one, least of all in an attribute.
    [Fact]
    public void Characters_that_stand_for_blanks_are_none_in_a_deck() =>
        Assert.Equal(
            "<p>\ufffd <span class=\"image\">\ufffd</span> <span class=\"blank\">[…]</span></p>\n",
            Of("## Q\n\n\ue000 ![\ue000](\ue000) {{b}}\n").Prompt
        );

    [Fact]
    public void Order_match_and_explain_have_their_parts()
    {
        Assert.Equal(["one", "two"], Of("## Q\n<!-- card: kind=order -->\n\n1. one\n2. two\n").Items);
        Assert.Equal(
            [new PairHtml("<code>a</code>", "b")],
            Of("## Q\n<!-- card: kind=match -->\n\n| x | y |\n|---|---|\n| `a` | b |\n").Pairs
        );
        var explain = Of("## Explain\n\nA model.\n\n> [!IMPORTANT]\n> - A **term**\n> - Another\n");
        Assert.Equal(["A <strong>term</strong>", "Another"], explain.Concepts);
        Assert.Equal("<p>A model.</p>\n", explain.Answer);
    }

    private static CardHtml Of(string deck) =>
        new(Deck.Parse(deck, new DeckSettings { FileName = "d.deck.md" }).Cards.Single(), new SafeHtmlOptions());
}
