using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Rules;

public class FixAllTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.Pages.Select(page => page.Name)];

    [Fact]
    public void Safe_fixes_are_applied_and_others_are_not()
    {
        var (deck, applied) = Apply("### Which?\n\n- [ ] a\n- []b\n\n### Empty\n");

        Assert.Equal("### Which?\n\n- [ ] a\n- [ ] b\n\n### Empty\n", deck.Text.ToString());
        Assert.Equal(1, applied);
        Assert.Equal(["no-key", "empty-card"], deck.Findings.Select(f => f.Finding.Rule));
    }

    [Fact]
    public void A_deck_without_safe_fixes_stays_the_same_object()
    {
        var deck = Parse("### Which?\n\n- [ ] a\n- [ ] b\n");

        Assert.Same(deck, FixAll.Apply(deck).Deck);
    }

    [Theory]
    [InlineData("---\nignore: malformed-option\n---\n### Q?\n\n- [x] a\n- []b\n")]
    [InlineData("### Q?\n<!-- card: ignore=malformed-option -->\n\n- [x] a\n- []b\n")]
    public void What_is_ignored_stays(string text) => Assert.Equal(text, Apply(text).Deck.Text.ToString());

    [Fact]
    public void An_element_that_holds_only_what_a_heading_cuts_off_is_not_closed_unseen()
    {
        const string Text =
            "### Q?\n\n- [x] a\n- [ ] b\n- [ ] c\n\n<details><summary>Answer</summary>\n<p>\n\n"
            + "### Answer: a\n\nBecause.\n\n</p>\n</details>\n";

        Assert.Contains(Parse(Text).Findings, f => f.Finding.Rule == "unclosed-details");
        Assert.Equal(Text, Apply(Text).Deck.Text.ToString());
    }

    [Fact]
    public void What_is_switched_off_stays()
    {
        const string Text = "### Q?\n\n- [x] a\n- []b\n";
        var settings = new DeckSettings
        {
            Rules = ImmutableDictionary<string, Severity?>.Empty.Add("malformed-option", null),
        };

        Assert.Equal(Text, FixAll.Apply(Deck.Parse(Text, settings)).Deck.Text.ToString());
    }

    [Fact]
    public void Only_wanted_rules_are_fixed()
    {
        var deck = Parse("### Q?\n\n- []b\n- [x] a\nThis text is glued to it.\n");

        var (mended, applied) = FixAll.Apply(deck, rule => rule == "glued-explanation");

        Assert.Equal("### Q?\n\n- []b\n- [x] a\n\nThis text is glued to it.\n", mended.Text.ToString());
        Assert.Equal(1, applied);
    }

    [Fact]
    public void Of_two_fixes_at_one_place_the_second_sees_what_the_first_wrote()
    {
        // The second card wants an id of its own and its level out of the heading, and has no comment yet: both fixes write one.
        var (deck, applied) = Apply(
            "### First\n<!-- card: id=which-one -->\n\nText.\n\n### Which one? {.advanced}\n\nThis.\n"
        );

        Assert.Contains(
            "### Which one?\n<!-- card: id=which-one-2 level=advanced -->\n\n",
            deck.Text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(2, applied);
        Assert.Empty(deck.Findings);
    }

    [Fact]
    public void Cards_with_one_id_get_ids_that_differ()
    {
        var card = "### {0}\n<!-- card: id=x -->\n\nText.\n\n";
        var text = string.Concat(Enumerable.Range(1, 5).Select(n => string.Format(null, card, "Card " + n)));

        var (deck, applied) = Apply(text);

        Assert.Equal(4, applied);
        Assert.Empty(deck.Findings);
        Assert.Equal(5, deck.Cards.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_thousand_fixes_are_applied_in_few_readings()
    {
        var text = string.Concat(
            Enumerable.Range(0, 500).Select(i => $"### Question {i} of many?\n\n- [x] a\n- []b\n- [ ]c\n\n")
        );

        var (deck, applied) = Apply(text);

        Assert.Equal(1000, applied);
        Assert.Empty(deck.Findings);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nothing_safe_is_left_of_a_rules_own_examples(string name)
    {
        foreach (var example in RuleCatalogue.Rules.Single(rule => rule.Name == name).Invalid)
        {
            Assert.DoesNotContain(Apply(example).Deck.Findings, f => f.Finding.SafeFix() is not null);
        }
    }

    [Fact]
    public void Fixes_of_all_rules_together_come_to_an_end_in_any_deck()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var specimens = new Specimens(seed);
            var text = specimens.Mutate(specimens.Document());

            var (deck, _) = Apply(text);

            var left = deck.Findings.Where(f => f.Finding.SafeFix() is not null).Select(f => f.Finding.Message);
            Assert.True(!left.Any(), $"seed {seed}: {string.Join('\n', left)}\n{deck.Text}");
            Assert.Equal(Snapshot.Of(Parse(deck.Text.ToString())), Snapshot.Of(deck));
        }
    }

    [Theory]
    [InlineData("malformed-option", FixOffer.Safe)]
    [InlineData("no-key", FixOffer.Chosen)]
    [InlineData("no-cards", FixOffer.None)]
    [InlineData("leech", FixOffer.Chosen)]
    [InlineData("dead-distractor", FixOffer.None)]
    public void Examples_tell_what_a_rule_can_mend(string rule, FixOffer expected) =>
        Assert.Equal(expected, FixOffers.Of(rule));

    private static (Deck Deck, int Applied) Apply(string text) => FixAll.Apply(Parse(text));

    private static Deck Parse(string text) => Deck.Parse(text, new DeckSettings());
}
