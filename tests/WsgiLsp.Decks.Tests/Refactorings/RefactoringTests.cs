using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Refactorings;

public class RefactoringTests
{
    [Theory]
    [InlineData("## A?\n\nB.\n", "## A?\n<!-- card: id=a -->\n\nB.\n")]
    [InlineData("## A?\n<!-- card: level=beginner -->\n\nB.\n", "## A?\n<!-- card: level=beginner id=a -->\n\nB.\n")]
    [InlineData("## A?\r\n\r\nB.\r\n", "## A?\r\n<!-- card: id=a -->\r\n\r\nB.\r\n")]
    [InlineData("## A?\n<!-- card: id=x -->\n\nB.\n", null)]
    public void An_id_is_pinned(string text, string? expected) =>
        Check(text, expected, deck => CardRefactorings.PinId(deck, 1));

    [Fact]
    public void A_numbered_anchor_is_pinned_as_it_is() =>
        Check(
            "## A?\n\nB.\n\n## A?\n\nC.\n",
            "## A?\n\nB.\n\n## A?\n<!-- card: id=a-1 -->\n\nC.\n",
            deck => CardRefactorings.PinId(deck, 2)
        );

    [Theory]
    [InlineData("## A?\n\nB.\n", "## A?\n\n> [!TIP]\n> What helps to remember it\n\nB.\n")]
    [InlineData("## A?\nB.\n", "## A?\n\n> [!TIP]\n> What helps to remember it\n\nB.\n")]
    [InlineData("## A? ##\r\n\r\nB.\r\n", "## A? ##\r\n\r\n> [!TIP]\r\n> What helps to remember it\r\n\r\nB.\r\n")]
    [InlineData(
        "A?\n---\n<!-- card: id=x -->\n\n- [x] a\n- [ ] b\n",
        "A?\n---\n<!-- card: id=x -->\n\n> [!TIP]\n> What helps to remember it\n\n- [x] a\n- [ ] b\n"
    )]
    [InlineData(
        "## A?\n\n> [!TIP]\n> First.\n\nB.\n",
        "## A?\n\n> [!TIP]\n> What helps to remember it\n\n> [!TIP]\n> First.\n\nB.\n"
    )]
    [InlineData("## T\n\n### A?\n\nB.\n", null)]
    public void A_hint_is_added(string text, string? expected) =>
        Check(text, expected, deck => CardRefactorings.AddHint(deck, 1), "What helps to remember it");

    [Theory]
    [InlineData("## A?\n\nB.\n", "## A?\n<!-- card: reverse=true -->\n\nB.\n")]
    [InlineData("## A?\n<!-- card: reverse=false -->\n\nB.\n", "## A?\n<!-- card: reverse=true -->\n\nB.\n")]
    [InlineData("## A?\n<!-- card: reverse=true -->\n\nB.\n", null)]
    [InlineData("## A?\n\n- [x] a\n- [ ] b\n", null)]
    [InlineData("## A?\n\none two three four five six seven eight nine ten eleven twelve thirteen\n", null)]
    public void A_short_recall_card_is_turned_around(string text, string? expected) =>
        Check(text, expected, deck => CardRefactorings.TurnAround(deck, 1));

    [Theory]
    [InlineData(
        "## A?\n\nB and C.\n",
        "## A?\n\nB and C.\n\n## The second question\n<!-- card: suspend=true -->\n\nThe second answer\n"
    )]
    [InlineData("## A?\n\nB.\n\n### C?\n\nD.\n\n", null)]
    [InlineData(
        "## A?\n\n- [x] a\n- [ ] b\n\n## C?\n\nD.",
        "## A?\n\n- [x] a\n- [ ] b\n\n## The second question\n<!-- card: suspend=true -->\n\nThe second answer\n\n## C?\n\nD."
    )]
    [InlineData("## A?\n\n```\nopen\n", null)]
    [InlineData(
        "## A?\r\n\r\nB",
        "## A?\r\n\r\nB\r\n\r\n## The second question\r\n<!-- card: suspend=true -->\r\n\r\nThe second answer"
    )]
    public void A_card_is_split(string text, string? expected) =>
        Check(text, expected, deck => CardRefactorings.Split(deck, 1), "The second question");

    [Fact]
    public void Another_card_is_split_while_the_first_is_still_to_be_written()
    {
        const string second = "## The second question\n<!-- card: suspend=true -->\n\nThe second answer\n";
        Check(
            "## A?\n\nB.\n\n" + second,
            "## A?\n\nB.\n\n## The second question (2)\n<!-- card: suspend=true -->\n\nThe second answer\n\n" + second,
            deck => CardRefactorings.Split(deck, 1),
            "The second question (2)"
        );
    }

    /// <summary>A placeholder is not asked, and is told where somebody lets it be.</summary>
    [Fact]
    public void What_splitting_left_is_found_once_it_would_be_asked()
    {
        const string text = "## A?\n\nB.\n\n## C?\n<!-- card: suspend=true -->\n\nThe second answer\n";
        Assert.Empty(Deck.Parse(text, new DeckSettings()).Findings);
        var asked = Deck.Parse(
            text.Replace("<!-- card: suspend=true -->\n", "", StringComparison.Ordinal),
            new DeckSettings()
        );
        Assert.Equal("empty-card", Assert.Single(asked.Findings).Finding.Rule);
    }

    [Theory]
    [InlineData("## The second question (2)\n\nB.\n", "## The second question (2)", Severity.Warning)]
    [InlineData(
        "## A?\n\n> [!TIP]\n> What helps to remember it\n\nB.\n",
        "What helps to remember it",
        Severity.Information
    )]
    [InlineData("## The second question that I had?\n\nB.\n", null, null)]
    [InlineData("## A?\n\n> [!TIP]\n> What helps to remember it is a rhyme\n\nB.\n", null, null)]
    public void What_an_action_left_to_be_written_is_found(string text, string? found, Severity? severity)
    {
        var deck = Deck.Parse(text, new DeckSettings());
        Assert.Equal(
            found is null ? [] : [("empty-card", found, severity)],
            deck.Findings.Select(f =>
                (f.Finding.Rule, deck.Text.ToString()[f.Span.Start..f.Span.End], (Severity?)f.Finding.Severity)
            )
        );
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var suspended = text.Replace(title, title + "\n<!-- card: suspend=true -->", StringComparison.Ordinal);
        Assert.Empty(Deck.Parse(suspended, new DeckSettings()).Findings);
    }

    [Theory]
    [InlineData("## A?\n\nB.\n", "---\nid: x\n---\n\n## A?\n\nB.\n")]
    [InlineData("---\ndeck: D\n---\n## A?\n", "---\nid: x\ndeck: D\n---\n## A?\n")]
    [InlineData("---\r\n---\r\n", "---\r\nid: x\r\n---\r\n")]
    [InlineData("", "---\nid: x\n---\n\n")]
    [InlineData("---\nid: y\n---\n", null)]
    [InlineData("---\n[1, 2]\n---\n", null)]
    public void A_deck_is_given_an_id(string text, string? expected) =>
        Check(text, expected, deck => DeckRefactorings.GiveId(deck, "x"));

    private static void Check(
        string text,
        string? expected,
        Func<Deck, Refactoring?> change,
        string? placeholder = null
    )
    {
        var deck = Deck.Parse(text, new DeckSettings());
        var made = change(deck);
        var after = made?.Edits.Reverse().Aggregate(deck, (one, edit) => one.With(edit)).Text;

        Assert.Equal(expected, after?.ToString());
        Assert.Equal(made is null ? null : placeholder, made?.Placeholder is { } place ? after!.ToString(place) : null);
    }
}
