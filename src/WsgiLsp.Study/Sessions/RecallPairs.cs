using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Chance;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Things to pair, built from short recall cards of one group. For practice only: options show the answers, and the last
/// pair is free.
/// </summary>
internal static class RecallPairs
{
    /// <summary>With fewer pairs there is little to choose from.</summary>
    private const int Fewest = 3;

    private const int Most = 6;

    /// <summary>Longer texts cannot be taken in side by side; in UTF-16 code units.</summary>
    private const int LongestText = 80;

    /// <summary>Makes the items of some recall cards, group by group.</summary>
    /// <param name="recall">The cards, as items that are wanted.</param>
    /// <param name="seed">Decides who stands with whom, and the order of the right sides.</param>
    public static IEnumerable<SessionItem> Of(IEnumerable<Candidate> recall, int seed) =>
        recall
            .Where(candidate => candidate.Name.Length == 0 && IsShort(candidate.Card))
            .GroupBy(candidate => (candidate.Card.DeckId, Group: string.Join(" › ", candidate.Card.Path)))
            .SelectMany(group => Split(Unambiguous(group), group.Key.DeckId, group.Key.Group, seed));

    private static bool IsShort(Card card) =>
        card.Content is RecallContent recall && IsShort(recall.Prompt) && IsShort(recall.Body);

    private static bool IsShort(string text) =>
        text.Length is > 0 and <= LongestText && !text.Contains('\n', StringComparison.Ordinal);

    /// <summary>Each prompt and each answer once: else two pairs could be told apart by nobody.</summary>
    private static List<Card> Unambiguous(IEnumerable<Candidate> candidates) =>
        [
            .. candidates
                .Select(candidate => candidate.Card)
                .DistinctBy(card => card.Content.Prompt, StringComparer.OrdinalIgnoreCase)
                .DistinctBy(card => card.Content.Answer, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Shares the cards out evenly, so that no item is left with too few.</summary>
    private static IEnumerable<SessionItem> Split(List<Card> cards, string deck, string group, int seed)
    {
        if (cards.Count < Fewest)
        {
            return [];
        }

        var items = (cards.Count + Most - 1) / Most;
        return SeededRandom
            .For(seed, $"pairs of {deck}/{group}")
            .Shuffle(cards)
            .Select((card, index) => (card, Item: index % items))
            .GroupBy(dealt => dealt.Item, dealt => dealt.card)
            .Select(dealt => Item([.. dealt], deck, group, seed));
    }

    private static SessionItem Item(ImmutableArray<Card> cards, string deck, string group, int seed)
    {
        var title = group.Length > 0 ? $"Match: {group}" : "Match";
        var card = new Card
        {
            DeckId = deck,
            Id = string.Join('+', cards.Select(one => one.Id)),
            Path = cards[0].Path,
            Content = new MatchContent
            {
                Prompt = title,
                Title = title,
                Titles = new MatchPair("", ""),
                Pairs = [.. cards.Select(one => new MatchPair(one.Content.Prompt, one.Content.Answer))],
                Body = string.Join('\n', cards.Select(one => $"- {one.Content.Prompt}: {one.Content.Answer}")),
            },
        };
        return new SessionItem
        {
            Card = card,
            IsNew = false,
            IsPractice = true,
            ShownOrder = ShownOrder.Of(card, seed),
            Paired =
            [
                .. cards.Select(one => new SessionItem
                {
                    Card = one,
                    IsNew = false,
                    IsPractice = true,
                }),
            ],
        };
    }
}
