using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Rules;

public class PastDateTests
{
    private static readonly DateOnly Today = new(2027, 2, 14);

    [Theory]
    [InlineData(
        "by: 2027-02-13",
        "2027-02-13 is past: this date does nothing any more. Name the next one, or remove 'by'."
    )]
    [InlineData(
        "by: 2027-02-14",
        "2027-02-14 is today: from tomorrow on this date does nothing. Name the next one, or remove 'by'."
    )]
    [InlineData("by: 2027-02-15")]
    [InlineData("by: 2027-02-13\nignore: past-date")]
    [InlineData("by: 2027-02-30", "'by' wants a date: 2027-02-14.")]
    public void A_date_is_compared_with_the_day(string yaml, params string[] messages) =>
        Assert.Equal(messages, Find(yaml, Today).Findings.Select(place => place.Finding.Message));

    [Fact]
    public void Without_a_day_no_date_is_past() => Assert.Empty(Find("by: 1999-12-31", today: null).Findings);

    [Fact]
    public void Another_day_finds_anew()
    {
        var deck = Find("by: 2027-02-14", Today.AddDays(-1));
        Assert.Empty(deck.Findings);

        var later = deck.With(deck.Settings with { Today = Today });

        Assert.Equal("past-date", Assert.Single(later.Findings).Finding.Rule);
        Assert.Same(later, later.With(later.Settings with { Today = Today }));
    }

    [Theory]
    [InlineData("deck: A\nby: 2027-02-13 # the exam\nlang: en", "deck: A\nlang: en")]
    [InlineData("{by: 2027-02-13}", null)]
    [InlineData("by:\n  2027-02-13", null)]
    public void The_line_can_be_removed_where_it_has_one(string yaml, string? left)
    {
        var deck = Find(yaml, Today);
        var finding = Assert.Single(deck.Findings);

        var texts = finding.Finding.Fixes.Select(fix => deck.With(Assert.Single(finding.Edits(fix))).Text.ToString());

        Assert.Equal(left is null ? [] : [Text(left)], texts);
    }

    private static Deck Find(string yaml, DateOnly? today) =>
        Deck.Parse(Text(yaml), new DeckSettings { Today = today });

    private static string Text(string yaml) => $"---\n{yaml}\n---\n## Four?\n\n4\n";
}
