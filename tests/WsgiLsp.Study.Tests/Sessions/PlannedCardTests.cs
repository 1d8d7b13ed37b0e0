using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Tests.Sessions;

public class PlannedCardTests
{
    /// <summary>What counts is counted alike with and without words: kinds, mistakes, requirements, groups, blanks.</summary>
    [Fact]
    public void Without_their_words_cards_count_the_same()
    {
        var cards = Deck.Parse(
                """
                # Servers

                ## Group

                ### Explain it
                > [!IMPORTANT]
                > - The **part**

                ### Which?
                - [ ] a
                - [x] b

                ### Which has no key?
                <!-- card: kind=choice -->
                - [ ] a
                - [ ] b

                ## The {{c1::one}} and the {{c2::other}}

                ## Later
                <!-- card: requires=which -->
                Text.

                ## Not now
                <!-- card: suspend=true -->
                Text.

                ## A note
                <!-- card: kind=note -->
                Text.

                ## Nothing
                """,
                new DeckSettings { FileName = "servers.deck.md" }
            )
            .Cards.Concat(TestCards.ById.Values)
            .ToImmutableArray();
        var moment = new StudyMoment(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(4));
        foreach (var limit in new[] { 0, 3, 100 })
        {
            var options = new SessionOptions { NewPerDay = limit };
            Assert.Equal(
                DueCounts.Of(cards, ItemStates.None, moment, options),
                DueCounts.Of([.. cards.Select(PlannedCard.Of)], ItemStates.None, moment, options)
            );
        }

        Assert.Contains(cards, card => !SessionPlan.CanAsk(card));
        Assert.All(
            cards,
            card =>
            {
                var planned = PlannedCard.Of(card);
                Assert.Equal(
                    (card.Key, card.Kind, SessionPlan.CanAsk(card)),
                    (planned.Key, planned.Kind, SessionPlan.CanAsk(planned))
                );
                Assert.Equal("", planned.Content.Prompt);
            }
        );
    }
}
