using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Rules;

public class LogFindingsTests
{
    private const string Text = "# T\n\n## A?\n\nB.\n\n## C?\n\nD.\n";

    private static readonly ImmutableArray<LogRemark> Remarks =
    [
        new("leech", "c", "Missed."),
        new("doubtful-history", "a", "Which?"),
        new("shared-deck-name", Card: null, "Another."),
        new("leech", "gone", "Missed."),
    ];

    [Theory]
    [InlineData("", "shared-deck-name@0 doubtful-history@2 leech@6")]
    [InlineData("---\nignore: [leech, shared-deck-name]\n---\n", "doubtful-history@5")]
    public void Remarks_are_found_where_their_card_is_unless_they_are_ignored(string before, string expected) =>
        Assert.Equal(expected, Found(Deck.Parse(before + Text, new DeckSettings())));

    [Fact]
    public void A_card_ignores_for_itself()
    {
        const string metadata = "C?\n<!-- card: ignore=leech -->";
        var deck = Deck.Parse(Text.Replace("C?", metadata, StringComparison.Ordinal), new DeckSettings());

        Assert.Equal("shared-deck-name@0 doubtful-history@2", Found(deck));
        Assert.Empty(deck.Findings);
    }

    [Fact]
    public void Switches_hold()
    {
        var rules = ImmutableDictionary<string, Severity?>
            .Empty.Add("leech", Severity.Warning)
            .Add("doubtful-history", null)
            .Add("shared-deck-name", null);
        var found = Assert.Single(LogFindings.Of(Deck.Parse(Text, new DeckSettings { Rules = rules }), Remarks));

        Assert.Equal(("leech", Severity.Warning), (found.Finding.Rule, found.Finding.Severity));
    }

    [Theory]
    [InlineData("## C?\n\n- [x] a\n- [ ] **b** and\n  more\n\n  > Why\n- [ ] c\n", 1, "[ ] **b** and\n  more")]
    [InlineData("## C?\n\n> [!IMPORTANT]\n> - It **a**\n> - It **b**\n>   - Or **c**\n", 1, "It **b**")]
    // There is no such part any more.
    [InlineData("## C?\n\n- [x] a\n- [ ] b\n", 2, "## C?")]
    [InlineData("## C?\n\nD.\n", 0, "## C?")]
    public void What_is_about_a_part_is_found_there(string text, int part, string expected)
    {
        var deck = Deck.Parse("# T\n\n" + text, new DeckSettings());
        var found = Assert.Single(LogFindings.Of(deck, [new("dead-distractor", "c", "Never.") { Part = part }]));
        Assert.Equal(expected, deck.Text.ToString().Substring(found.Span.Start, found.Span.Length));
    }

    private static string Found(Deck deck) =>
        string.Join(' ', LogFindings.Of(deck, Remarks).Select(found => $"{found.Finding.Rule}@{found.Start.Line}"));

    [Fact]
    public void Remarks_that_say_the_same_are_equal()
    {
        Assert.Equal(Remark("a.md"), Remark("a.md"));
        Assert.Equal(Remark("a.md").GetHashCode(), Remark("a.md").GetHashCode());
        Assert.NotEqual(Remark("a.md"), Remark("b.md"));
        Assert.NotEqual(Remark("a.md"), Remark("a.md") with { Part = 1 });

        static LogRemark Remark(string path) =>
            new("shared-deck-name", Card: null, "Shared.")
            {
                Related = [new RelatedPlace("There", default, default) { Path = path }],
            };
    }

    [Theory]
    [InlineData("## C?\n\nD.\n", "Missed: split it, add a hint, turn it around, or suspend it.")]
    [InlineData("## C?\n\n> [!TIP]\n> E.\n\nD.\n", "Missed: split it, turn it around, or suspend it.")]
    [InlineData("## C?\n<!-- card: reverse=true -->\n\nD.\n", "Missed: split it, add a hint, or suspend it.")]
    [InlineData("## C?\n\n> [!TIP]\n> E.\n\n- [x] a\n- [ ] b\n", "Missed: split it or suspend it.")]
    [InlineData("## C?\n<!-- card: suspend=true -->\n\nD.\n", null)]
    public void A_leech_is_told_what_is_left_to_do(string text, string? expected) =>
        Assert.Equal(
            expected,
            LogFindings
                .Of(Deck.Parse(text, new DeckSettings()), [new("leech", "c", "Missed")])
                .SingleOrDefault()
                .Finding?.Message
        );
}
