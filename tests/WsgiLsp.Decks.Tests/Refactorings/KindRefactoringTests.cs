using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Refactorings;

public class KindRefactoringTests
{
    private const string WrongOptions = "- [ ] A wrong answer\n- [ ] Another wrong answer\n";

    [Theory]
    [InlineData("## A?\n\nA **b** of **c d**.\n", "## A?\n\nA {{b}} of {{c d}}.\n")]
    [InlineData("## A?\n\n- A **b**\n- **C** d\n", "## A?\n\n- A {{b}}\n- {{C}} d\n")]
    [InlineData("## A?\n\nOnly this.\n", null)]
    [InlineData("## A?\r\n\r\nB **c**\r\n", "## A?\r\n\r\nB {{c}}\r\n")]
    [InlineData("## A?\n<!-- card: kind=recall -->\n\nB **c**\n", "## A?\n<!-- card: kind=cloze -->\n\nB {{c}}\n")]
    [InlineData(
        "## A?\n\n> [!TIP]\n> Hint.\n\nB **c**\n\n> [!NOTE]\n> Why.\n",
        "## A?\n\n> [!TIP]\n> Hint.\n\nB {{c}}\n\n> [!NOTE]\n> Why.\n"
    )]
    [InlineData("## A?\n\nB **c**.\n\nAnd more below.\n", null)]
    [InlineData("## A?\n\nSee.\n\n---\n\nB c\n", null)]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n", null)]
    public void Recall_becomes_cloze(string text, string? expected) =>
        Check(text, expected, KindRefactorings.RecallToCloze);

    [Theory]
    [InlineData("## A?\n\nA {{b}} of {{c2::c d::hint}}.\n", "## A?\n\nA **b** of **c d**.\n")]
    [InlineData("## A?\n<!-- card: kind=cloze -->\n\n{{B c}}\n", "## A?\n<!-- card: kind=recall -->\n\n**B c**\n")]
    [InlineData("## A?\n\nThe **{{b}}** of `c`.\n", "## A?\n\nThe **b** of `c`.\n")]
    [InlineData("## A is {{b}}\n\nC {{d}}.\n", null)]
    [InlineData("## A?\n\nA {{b}}.\n\nExplains.\n", null)]
    public void Cloze_becomes_recall(string text, string? expected) =>
        Check(text, expected, KindRefactorings.ClozeToRecall);

    [Theory]
    [InlineData("## A?\n\nB c\n", "## A?\n\n- [x] B c\n" + WrongOptions)]
    [InlineData("## A?\nB c", "## A?\n- [x] B c\n- [ ] A wrong answer\n- [ ] Another wrong answer")]
    [InlineData(
        "## A?\n<!-- card: kind=recall -->\n\nB c\n",
        "## A?\n<!-- card: kind=choice -->\n\n- [x] B c\n" + WrongOptions
    )]
    [InlineData("## A?\n\nB\nc\n", null)]
    [InlineData("## A?\n\nB c\n\nD e\n", null)]
    public void Recall_becomes_choice(string text, string? expected) =>
        Check(text, expected, KindRefactorings.RecallToChoice, "A wrong answer");

    [Theory]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n", "## A?\n\nb\n")]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n- [x] d\n", "## A?\n\n- b\n- d\n")]
    [InlineData("## A?\n\nMore:\n\n- [x] b\n- [ ] c\n", "## A?\n\nMore:\n\n---\n\nb\n")]
    [InlineData("## A?\r\n\r\n- [x] b\r\n- [ ] c\r\n", "## A?\r\n\r\nb\r\n")]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n\nBecause.\n", null)]
    [InlineData("## A?\n\n- [x] b\n  > Feedback\n- [ ] c\n", null)]
    [InlineData("## A?\n\n- [ ] b\n- [ ] c\n", null)]
    public void Choice_becomes_recall(string text, string? expected) =>
        Check(text, expected, KindRefactorings.ChoiceToRecall);

    [Theory]
    [InlineData(
        "## Why is it?\n\nIt **b**. It **c**.\n",
        "## Why is it?\n\nIt **b**. It **c**.\n\n> [!IMPORTANT]\n> - It **b**\n> - It **c**\n",
        null
    )]
    [InlineData(
        "## Why is it?\n\nIt is.\n",
        "## Why is it?\n\nIt is.\n\n> [!IMPORTANT]\n> - **What a full answer names**\n",
        "What a full answer names"
    )]
    [InlineData("## Why?\n\nX.\n\n---\n\nIt is.\n", null, null)]
    public void Recall_gets_a_rubric(string text, string? expected, string? placeholder) =>
        Check(text, expected, KindRefactorings.AddRubric, placeholder);

    [Theory]
    [InlineData("## Why is it?\n\nIt is.\n\n> [!IMPORTANT]\n> - It **b**\n> - It **c**\n", "## Why is it?\n\nIt is.\n")]
    [InlineData(
        "## Why is it?\n\n> [!IMPORTANT]\n> - It **b**\n> - It **c**\n",
        "## Why is it?\n\n- It **b**\n- It **c**\n"
    )]
    [InlineData(
        "## Why is it?\n<!-- card: kind=explain -->\n\n> [!IMPORTANT]\n> - It **b**\n\nIt is.\n\n> [!NOTE]\n> C\n",
        "## Why is it?\n<!-- card: kind=recall -->\n\nIt is.\n\n> [!NOTE]\n> C\n"
    )]
    public void Explain_becomes_recall(string text, string? expected) =>
        Check(text, expected, KindRefactorings.ExplainToRecall);

    [Theory]
    [InlineData("## A?\n\nB.\n\nC.\n", "## A?\n\n<details>\n<summary>Answer</summary>\n\nB.\n\nC.\n\n</details>\n")]
    [InlineData("## A?\nB.", "## A?\n<details>\n<summary>Answer</summary>\n\nB.\n\n</details>")]
    [InlineData(
        "## A?\r\n\r\nB.\r\n\r\n> [!NOTE]\r\n> C\r\n",
        "## A?\r\n\r\n<details>\r\n<summary>Answer</summary>\r\n\r\nB.\r\n\r\n</details>\r\n\r\n> [!NOTE]\r\n> C\r\n"
    )]
    [InlineData("## A?\n\n<details>\n<summary>x</summary>\n\nB.\n\n</details>\n", null)]
    [InlineData("## A?\n\n- [x] b\n- [ ] c\n", null)]
    public void An_answer_is_folded_away(string text, string? expected) =>
        Check(text, expected, KindRefactorings.WrapAnswer);

    [Fact]
    public void What_an_action_left_to_be_written_is_found()
    {
        var deck = Parse(
            "## A?\n\n- [x] b\n"
                + WrongOptions
                + "\n## Why is it?\n\nIt is.\n\n> [!IMPORTANT]\n> - **What a full answer names**\n"
        );
        Assert.Equal(3, deck.Findings.Count(f => f.Finding is { Rule: "empty-card", Severity: Severity.Information }));
    }

    /// <summary>Over decks that are glued together from all rules' examples, and such of random lines.</summary>
    [Fact]
    public void What_is_offered_does_what_it_says_and_nothing_else()
    {
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < 700; seed++)
        {
            var deck = Parse(seed % 2 == 0 ? new GluedExamples(seed).Document() : new Specimens(seed).Document());
            for (var section = 1; section < deck.SectionCount; section++)
            {
                if (deck.Section(section).Card is null)
                {
                    continue;
                }

                foreach (var change in CardRefactorings.Of(deck, section))
                {
                    tried[change.Title] = tried.GetValueOrDefault(change.Title) + 1;
                    Assert.True(
                        IsRight(deck, section, change),
                        $"seed {seed}: {change.Title}\n{deck.Section(section).Title}\n{deck.Text}"
                    );
                }
            }
        }

        Assert.True(tried.Count > 8 && tried.Values.All(count => count > 3), string.Join(", ", tried));
    }

    private static bool IsRight(Deck deck, int section, Refactoring change)
    {
        var text = change
            .Edits.Reverse()
            .Aggregate(
                deck.Text.ToString(),
                (now, edit) => now.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText)
            );
        var after = Parse(text);
        var added = change.IsExtraction ? 1 : 0;
        var errors = after.Findings.Count(f => f.Finding.Severity == Severity.Error);
        var isWritten = change.Placeholder is not { } place || text.Substring(place.Start, place.Length).Length > 3;
        return isWritten
            && after.SectionCount == deck.SectionCount + added
            && errors <= deck.Findings.Count(f => f.Finding.Severity == Severity.Error)
            && Enumerable
                .Range(0, deck.SectionCount)
                .All(index =>
                    index == section || Says(deck, index) == Says(after, index > section ? index + added : index)
                );
    }

    private static string Says(Deck deck, int section)
    {
        var one = deck.Section(section);
        return $"{one.Role} {one.Card?.Id} {one.Card?.Kind} {deck.Text.ToString(one.Span).Trim()}";
    }

    private static void Check(
        string text,
        string? expected,
        Func<Deck, int, Refactoring?> change,
        string? placeholder = null
    )
    {
        var deck = Parse(text);
        var made = change(deck, 1);
        var after = made?.Edits.Reverse().Aggregate(deck, (one, edit) => one.With(edit)).Text;
        Assert.Equal(expected, after?.ToString());
        Assert.Equal(made is null ? null : placeholder, made?.Placeholder is { } place ? after!.ToString(place) : null);
    }

    private static Deck Parse(string text) => Deck.Parse(text, new DeckSettings { FileName = "a.deck.md" });
}
