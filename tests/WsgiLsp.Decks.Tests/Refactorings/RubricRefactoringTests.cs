using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;

namespace WsgiLsp.Decks.Tests.Refactorings;

public class RubricRefactoringTests
{
    private const string Head = "## Why is it?\n\nIt is.\n\n> [!IMPORTANT]\n";

    [Theory]
    [InlineData(
        "> - It **b**\n> - It **c**\n",
        0,
        "that which b does",
        "> - It **b**\n>   - that which b does\n> - It **c**\n"
    )]
    [InlineData("> - It **b**\n> - It **c**\n", 1, "x", "> - It **b**\n> - It **c**\n>   - x\n")]
    [InlineData(
        "> - It **b**\n>   and more\n> - It **c**\n",
        0,
        "x",
        "> - It **b**\n>   and more\n>   - x\n> - It **c**\n"
    )]
    [InlineData(
        "> - It **b**\n>   - or **d**\n> - It **c**\n",
        0,
        "x",
        "> - It **b**\n>   - or **d**\n>   - x\n> - It **c**\n"
    )]
    [InlineData("> 1. It **b**\n> 2. It **c**\n", 0, "x", "> 1. It **b**\n>    - x\n> 2. It **c**\n")]
    [InlineData("> - It **b**", 0, "x", "> - It **b**\n>   - x")]
    [InlineData(
        "> - It **b**\n",
        0,
        "a *b* [c] <d> & {{e}} _f_ g_h",
        "> - It **b**\n>   - a \\*b\\* \\[c\\] \\<d> \\& \\{{e}} \\_f\\_ g_h\n"
    )]
    [InlineData("> - It **b**\n", 0, "`a * b` and *c", "> - It **b**\n>   - `a * b` and \\*c\n")]
    [InlineData("> - It **b**\n", 0, "# one", "> - It **b**\n>   - \\# one\n")]
    [InlineData("> - It **b**\n", 0, "1. one", "> - It **b**\n>   - 1\\. one\n")]
    [InlineData("> - It **b**\n", 0, "two\n\nlines", null)]
    [InlineData("> - It **b**\n", 0, "", null)]
    [InlineData("> - It **b**\n", 1, "x", null)]
    public void A_wording_is_written_below_its_concept(string rubric, int concept, string wording, string? expected)
    {
        var deck = Deck.Parse(Head + rubric, new DeckSettings { FileName = "a.deck.md" });
        var section = deck.SectionAt(0);

        var change = RubricRefactorings.AddWording(deck, section, concept, wording, "Add it");

        var after = change?.Edits.Aggregate(deck, (one, edit) => one.With(edit));
        Assert.Equal(expected is null ? null : Head + expected, after?.Text.ToString());
        Assert.Equal(expected is null ? null : "Add it", change?.Title);
    }

    [Fact]
    public void Lines_end_as_the_others_do_and_only_rubrics_get_wordings()
    {
        var deck = Deck.Parse(
            (Head + "> - It **b**\n\n## What?\n\nYes.\n").ReplaceLineEndings("\r\n"),
            new DeckSettings { FileName = "a.deck.md" }
        );

        var edit = Assert.Single(RubricRefactorings.AddWording(deck, deck.SectionAt(0), 0, "x", "Add it")!.Edits);
        Assert.Equal("\r\n>   - x", edit.NewText);
        Assert.Null(RubricRefactorings.AddWording(deck, deck.SectionAt(deck.Text.Length - 1), 0, "x", "Add it"));
    }
}
