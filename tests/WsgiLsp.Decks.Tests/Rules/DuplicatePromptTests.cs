using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Rules;

public class DuplicatePromptTests
{
    [Theory]
    [InlineData("### What is a worker?\n\nA process.\n", "### What is a **worker**?\n\nOne that works.\n")]
    [InlineData("### Q1. What is a worker?\n\nA process.\n", "### 22) what is  a worker?\n\nA thread.\n")]
    [InlineData("### What is a worker?\n\nA process.\n", "### What is a worker?\n\n- [x] a\n- [ ] b\n- [ ] c\n")]
    [InlineData("### What does this print?\n\n- [x] a\n- [ ] b\n", "### What does this print?\n\n- [ ] c\n- [x] b\n")]
    [InlineData("### What is `-w`?\n\nA.\n", "### What is `-w`?\n\nB.\n")]
    [InlineData("## A\n\n### How do you start the server?\n\nA.\n", "## B\n\n### How do you start the server?\n\nB.\n")]
    public void The_same_question_is_found(string first, string second)
    {
        Assert.Single(RuleHits.Of("duplicate-prompt", first + "\n" + second));
    }

    [Theory]
    [InlineData("### What is `-w`?\n\nA.\n", "### What is `-W`?\n\nB.\n")]
    [InlineData("### What is it?\n\n![a](a.png)\n\n---\n\nA.\n", "### What is it?\n\n![a](b.png)\n\n---\n\nB.\n")]
    [InlineData("### What does this print?\n\n```\n1\n```\n", "### What does this print?\n\n```\n2\n```\n")]
    [InlineData(
        "### Which of these is true?\n\n- [x] a\n- [ ] b\n",
        "### Which of these is true?\n\n- [x] c\n- [ ] d\n"
    )]
    [InlineData("## A\n\n### Default port\n\n1\n", "## B\n\n### Default port\n\n2\n")]
    [InlineData("### 404. What?\n\n1\n", "### 404 What?\n\n2\n")]
    [InlineData(
        "### Which of these is true?\n\n- [x] a\n- [ ] b\n- [ ] None of the above\n",
        "### Which of these is true?\n\n- [x] c\n- [ ] d\n- [ ] None of the above\n"
    )]
    [InlineData(
        "### What is the output?\n\n- [x] 1\n- [ ] 2\n- [ ] Error\n",
        "### What is the output?\n\n- [x] 2\n- [ ] 3\n- [ ] Error\n"
    )]
    [InlineData("### What gets logged?\n\n```\n1\n```\n\n1\n", "### What gets logged?\n\n```\n2\n```\n\n2\n")]
    [InlineData("## Sources\n\nA\n", "## Sources\n\nB\n")]
    public void Different_questions_in_the_same_words_are_left_alone(string first, string second)
    {
        Assert.Empty(RuleHits.Of("duplicate-prompt", first + "\n" + second));
    }

    [Fact]
    public void Each_repetition_points_to_the_first_one_also_after_lines_came_in_before_it()
    {
        const string Card = "### What is a worker?\n\nA process.\n\n";
        var deck = Deck.Parse(Card + Card + Card, new DeckSettings());
        Assert.Equal([(4, 0), (8, 0)], Places(deck));

        deck = deck.With(new TextEdit(new TextSpan(0, 0), "Intro.\n"));
        Assert.Equal([(5, 1), (9, 1)], Places(deck));

        deck = deck.With(new TextEdit(new TextSpan(7, Card.Length), ""));
        Assert.Equal([(5, 1)], Places(deck));
    }

    private static IEnumerable<(int Line, int First)> Places(Deck deck) =>
        deck
            .Findings.Where(f => f.Finding.Rule == "duplicate-prompt")
            .Select(f => (f.Start.Line, f.Finding.Related[0].Start.Line));
}
