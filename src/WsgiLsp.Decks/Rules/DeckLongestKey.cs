using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

internal sealed class DeckLongestKey : Rule
{
    private const int LeastCards = 10;
    private const int MostListed = 10;
    private const double MostOften = 0.4;

    // Of two options one is the longer: chance alone is above the limit there.
    private const double AboveChance = 1.25;

    public override string Name => "deck-longest-key";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a deck whose correct options are too often the longest ones";

    public override string Why =>
        """
            One key that is the longest option is nothing. Where it is so in more than 40 of 100 cards, "take the longest" becomes
            a rule that beats knowing nothing, and readers learn it without noticing. Shorten some of the keys, or make their
            distractors as precise. Decks of less than ten choice cards with one key are not judged.
            """;

    public override ImmutableArray<string> Invalid =>
        ["# Products\n^^^^^^^^^^\n" + Cards(n => $"### {n} × 1000 = ?\n\n- [ ] {n}\n- [ ] {n}00\n- [x] {n}000\n")];

    public override ImmutableArray<string> Valid =>
        ["# Products\n" + Cards(n => $"### {n} × 100 = ?\n\n- [ ] {n}\n- [x] {n}00\n- [ ] {n}000\n")];

    public override void Check(Deck deck, DeckReport report)
    {
        var keys = deck.Rows.Keys;
        var (cards, longest, chance) = (0, 0, 0.0);
        foreach (var options in KeyTally.OptionCounts)
        {
            var count = keys.Cards(options);
            cards += count;
            longest += keys.LongestKeys(options);
            chance += (double)count / options;
        }

        if (cards < LeastCards || longest <= MostOften * cards || longest <= AboveChance * chance)
        {
            return;
        }

        var (section, span) = report.Head;
        report.Add(
            this,
            section,
            span,
            string.Create(
                CultureInfo.InvariantCulture,
                $"In {longest} of {cards} choice cards the correct option is the longest; chance would give {Math.Round(chance):0}. Shorten some, or make their distractors as precise."
            ),
            related: [.. Listed(deck, report)]
        );
    }

    private static IEnumerable<RelatedPlace> Listed(Deck deck, DeckReport report)
    {
        var facts = deck.Rows.Facts;
        return Enumerable
            .Range(0, facts.Length)
            .Where(i => facts[i] is { IsKeyLongest: true, Options: <= KeyTally.MostOptions })
            .Take(MostListed)
            .Select(i => report.Card(i, "Here the correct option is the longest"));
    }

    private static string Cards(Func<int, string> card) =>
        string.Concat(Enumerable.Range(1, LeastCards).Select(n => "\n" + card(n)));
}
