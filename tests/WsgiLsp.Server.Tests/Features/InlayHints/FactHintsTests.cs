using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.InlayHints;
using WsgiLsp.Study.Statistics;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Server.Tests.Features.InlayHints;

public class FactHintsTests
{
    private static readonly CardFacts Facts = new(
        Deck.Parse("## Q?\n\nA.\n", new DeckSettings()).Cards.Single(),
        Learners: 1
    );

    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(0, 5, "0 of 5 right")]
    [InlineData(12, 20, "12 of 20 right")]
    public void A_card_says_how_easy_it_is(int right, int total, string? expected) =>
        Assert.Equal(expected, FactHints.OfCard(Facts with { FirstTries = new Share(right, total) })?.Label);

    [Fact]
    public void That_one_learner_says_nothing_of_discrimination_is_said() =>
        Assert.Equal(
            "right at 12 of your 20 first tries, one a day. How well the card tells who knows takes the answers of a class: wsgilsp stats --cards --class",
            FactHints.OfCard(Facts with { FirstTries = new Share(12, 20) })!.Tooltip
        );

    [Theory]
    [InlineData(4, 3, 1, null)]
    [InlineData(
        40,
        37,
        3,
        "chosen 37 of 40: chosen in 37 of your 40 answers|chosen 3 of 40: chosen in 3 of your 40 answers"
    )]
    // That nobody chose it is what an author wants to know.
    [InlineData(
        5,
        5,
        0,
        "chosen 5 of 5: chosen in 5 of your 5 answers|chosen 0 of 5: chosen in none of your 5 answers"
    )]
    public void An_option_says_how_often_it_was_chosen(int picks, int first, int second, string? expected) =>
        AssertParts(
            expected,
            Facts with
            {
                Picks = picks,
                Options = [new OptionFacts(first, null), new OptionFacts(second, null)],
            }
        );

    [Theory]
    [InlineData(4, 0, 4, null)]
    [InlineData(20, 8, 0, "missed 12 of 20: missed in 12 of your 20 answers")]
    [InlineData(
        20,
        8,
        3,
        "missed 12 of 20 · overruled 3: missed in 12 of your 20 answers; you corrected the verdict in 3 of them"
    )]
    public void A_concept_says_how_often_it_was_missed_and_its_verdict_corrected(
        int answers,
        int found,
        int overruled,
        string? expected
    ) => AssertParts(expected, Facts with { Concepts = [new ConceptFacts(answers, found, overruled)] });

    private static void AssertParts(string? expected, CardFacts facts)
    {
        var told = FactHints.OfParts(facts).OfType<HintText>().Select(hint => $"{hint.Label}: {hint.Tooltip}");
        Assert.Equal(expected ?? "", string.Join('|', told));
    }
}
