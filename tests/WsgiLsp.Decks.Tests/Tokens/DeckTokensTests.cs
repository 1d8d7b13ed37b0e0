using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Tokens;

namespace WsgiLsp.Decks.Tests.Tokens;

public class DeckTokensTests
{
    private static readonly DeckSettings Settings = new() { FileName = "a.deck.md" };

    [Theory]
    [InlineData(
        "## A?\n<!-- card: id=x level=beginner tags=a,b requires=y,d/z ignore=long-answer tol=0.1 lvl=1 kind=no -->\n\nB.\n",
        "CommentWord:card Key:id Id:x Key:level Word:beginner Key:tags Tag:a Tag:b Key:requires Reference:y Reference:d/z "
            + "Key:ignore Rule:long-answer Key:tol Number:0.1 Key:kind"
    )]
    [InlineData(
        "# T\n<!-- cards: kind=note -->\n\n## A\n<!-- cards: id=x -->\n\nB.\n",
        "CommentWord:cards Key:kind Word:note"
    )]
    [InlineData("## A? {#x .b .beginner kind=recall}\n\nB.\n", "Id:x Tag:b Word:beginner Key:kind Word:recall")]
    [InlineData(
        "---\nid: d\ndeck: D\nlevel: beginner\ntags: [a, b]\nrequires:\n- e\nignore: long-answer\nminutes: 5\nno: x\n---\n",
        "Key:id Id:d Key:deck Key:level Word:beginner Key:tags Tag:a Tag:b Key:requires Reference:e Key:ignore Rule:long-answer "
            + "Key:minutes Number:5"
    )]
    [InlineData(
        "## A {{b}} c\n\nAnd {{c1::d::hint}}, `{{e}}`.\n\n",
        "BlankMark:{{ Blank:b BlankMark:}} BlankMark:{{c1:: Blank:d BlankMark::: BlankHint:hint BlankMark:}}"
    )]
    [InlineData(
        "## A\n<!-- card: kind=cloze -->\n\n`{{e}}`\n",
        "CommentWord:card Key:kind Word:cloze BlankMark:{{ Blank:e BlankMark:}}"
    )]
    [InlineData(
        "---\ncloze: mark\n---\n\n## A\n\nB ==c== d.\n",
        "Key:cloze Word:mark BlankMark:== Blank:c BlankMark:=="
    )]
    [InlineData("## A\n\nSay {{more\nthan}} that.\n", "BlankMark:{{ Blank:more Blank:than BlankMark:}}")]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n- [X] d\n", "KeyBox:[x] Box:[ ] KeyBox:[X]")]
    [InlineData("## A?\n\n> [!TIP]\n> b\n\n> [!odd]\n> c\n\nD.\n\n> [!NOTE] title\n", "Callout:[!TIP]")]
    [InlineData(
        "## Why?\n\n> [!IMPORTANT]\n> - The **moon** or **sun** pulls\n>   - a **body**\n> - **more\n>   lines**\n\nA **bold** answer.\n",
        "Callout:[!IMPORTANT] Concept:moon Concept:sun Concept:body"
    )]
    [InlineData(
        "## A?\n\nSee [b](#b), [c](c.deck.md#d), [e](e.md), ![f](f.png#g), <https://h#i>.\n",
        "Reference:#b Reference:c.deck.md#d"
    )]
    [InlineData("## A?\n\nB **c** `[x]`.\n", "")]
    [InlineData("", "")]
    public void What_means_something_to_the_deck_is_a_token(string text, string expected)
    {
        foreach (var written in new[] { text, text.ReplaceLineEndings("\r\n") })
        {
            var deck = Deck.Parse(written, Settings);
            Assert.Equal(
                expected,
                string.Join(
                    ' ',
                    DeckTokens
                        .Of(deck, cancellation: TestContext.Current.CancellationToken)
                        .Select(token => $"{token.Kind}:{deck.Text.ToString(token.Span)}")
                )
            );
        }
    }

    [Fact]
    public void After_any_edits_the_tokens_are_those_of_a_fresh_parse_in_order_on_one_line_each()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var specimens = new Specimens(seed);
            var text = seed % 2 == 0 ? specimens.Document() : new GluedExamples(seed).Document();
            var deck = Deck.Parse(text, Settings);
            for (var n = 0; n < 8; n++)
            {
                Check(deck, seed);
                var edit = specimens.Edit(text);
                text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
                deck = deck.With(edit);
            }
        }
    }

    private static void Check(Deck deck, int seed)
    {
        var tokens = DeckTokens.Of(deck).ToList();
        var fresh = Deck.Parse(deck.Text.ToString(), Settings);
        Assert.True(tokens.SequenceEqual(DeckTokens.Of(fresh)), $"seed {seed}:\n{deck.Text}");
        var end = 0;
        foreach (var token in tokens)
        {
            Assert.True(token.Span.Start >= end && token.Span.Length > 0 && token.Span.End <= deck.Text.Length);
            Assert.DoesNotContain('\n', deck.Text.ToString(token.Span));
            end = token.Span.End;
        }

        // A part of the deck has the same tokens, whole sections of them.
        var middle = new TextSpan(deck.Text.Length / 3, deck.Text.Length / 3);
        var part = DeckTokens.Of(deck, middle).ToList();
        Assert.Subset(tokens.ToHashSet(), part.ToHashSet());
        Assert.All(
            tokens.Where(token => token.Span.Start < middle.End && token.Span.End > middle.Start),
            token => Assert.Contains(token, part)
        );
    }
}
