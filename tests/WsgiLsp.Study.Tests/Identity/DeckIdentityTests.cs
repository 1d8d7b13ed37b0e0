using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

public class DeckIdentityTests
{
    private static readonly ImmutableArray<SeenItem> Http = Items("HTTP", 10);

    [Fact]
    public void The_deck_with_most_of_the_known_cards_owns_the_id() =>
        Assert.Equal(1, DeckIdentity.Owner(Http, [Items("SQL", 10), [.. Http.Take(8)]]));

    [Fact]
    public void A_deck_of_that_name_with_other_cards_is_another_deck()
    {
        Assert.Null(DeckIdentity.Owner(Http, [Items("SQL", 10)]));
        Assert.False(DeckIdentity.IsSame(Http, [.. Http.Take(4), .. Items("SQL", 6)]));
    }

    [Fact]
    public void Few_known_cards_of_a_large_deck_are_enough() => Assert.True(DeckIdentity.IsSame(Http.Take(2), Http));

    [Fact]
    public void Reworded_answers_do_not_make_another_deck() =>
        Assert.True(DeckIdentity.IsSame(Http, [.. Http.Select(item => item with { Answer = ["Something else"] })]));

    [Fact]
    public void Of_copies_the_nearer_one_owns_the_id() =>
        Assert.Equal(
            1,
            DeckIdentity.Owner(
                Http,
                [
                    [.. Http.Take(7), .. Items("SQL", 3)],
                    Http,
                ]
            )
        );

    [Fact]
    public void Nobody_owns_an_id_that_the_log_does_not_know() => Assert.Null(DeckIdentity.Owner([], [Http]));

    private static ImmutableArray<SeenItem> Items(string subject, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new SeenItem
                {
                    DeckId = "cards",
                    CardId = $"{subject}-{i}",
                    Kind = CardKind.Recall,
                    Prompt = $"What is {subject} {i}?",
                    Answer = [$"{subject} is number {i}"],
                }),
        ];
}
