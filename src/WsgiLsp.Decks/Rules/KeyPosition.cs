using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

internal sealed class KeyPosition : Rule
{
    private const int LeastCards = 20;
    private const int LongestRun = 5;

    // Cards per position below which the chi-square distribution is too rough.
    private const int LeastExpected = 3;

    // The normal distribution's quantile for p = 0.01, one-sided.
    private const double Quantile = 2.3263;

    public override string Name => "key-position";

    public override Severity Severity => Severity.Information;

    public override string Summary =>
        "correct options that stand too often at one position, in cards that keep their order";

    public override string Why =>
        """
            Where options are never shuffled, a key that mostly stands third can be guessed by its place. Judged are decks with
            twenty or more choice cards that keep their order: whether chance would give such an uneven spread in less than one
            of a hundred decks (a chi-square test), and whether five keys in a row stand at one position. Let the options be
            shuffled, which is the default, or spread the keys.
            """;

    public override ImmutableArray<string> Invalid => ["---\nshuffle: false\n---\n# Sums\n^^^^^^\n" + Sums(_ => 2)];

    public override ImmutableArray<string> Valid =>
        ["---\nshuffle: false\n---\n# Sums\n" + Sums(n => n * 2 % 5 % 3), "# Sums\n" + Sums(_ => 2)];

    public override void Check(Deck deck, DeckReport report)
    {
        var keys = deck.Rows.Keys;
        var (cards, tested, spread, freedom) = (0, 0, 0.0, 0);
        foreach (var options in KeyTally.OptionCounts)
        {
            var positions = keys.KeyPositions(options);
            var count = 0;
            foreach (var keysHere in positions)
            {
                count += keysHere;
            }

            cards += count;
            if (count < LeastExpected * options)
            {
                continue;
            }

            var expected = (double)count / options;
            foreach (var keysHere in positions)
            {
                spread += (keysHere - expected) * (keysHere - expected) / expected;
            }

            tested += count;
            freedom += options - 1;
        }

        if (cards < LeastCards)
        {
            return;
        }

        var run = Run(deck.Rows.Facts);
        var isUneven = tested >= LeastCards && spread > Limit(freedom);
        if (!isUneven && run.Count == 0)
        {
            return;
        }

        var (section, span) = report.Head;
        var what = isUneven
            ? $"Over {cards} cards that keep the order of their options, the correct one stands at some positions far more often than at others"
            : $"In {run.Count} choice cards in a row the correct option is number {run.Key + 1}";
        report.Add(
            this,
            section,
            span,
            what + ", so that its place gives it away. Let options be shuffled, or spread the correct ones.",
            related: run.Count == 0 ? [] : [report.Card(run.First, "The row of equal positions begins here")]
        );
    }

    /// <summary>The first row of cards whose keys stand at one position; empty where none is long enough.</summary>
    private static (int First, int Count, int Key) Run(CardFacts[] facts)
    {
        var (first, count, key) = (0, 0, -1);
        for (var i = 0; i < facts.Length; i++)
        {
            var card = facts[i];
            if (!card.KeepsOrder || card.Options == 0)
            {
                continue;
            }

            // Of two positions one is hit five times in a row all too easily.
            if (card.Key == key && card.Options > 2)
            {
                count++;
                continue;
            }

            if (count >= LongestRun)
            {
                break;
            }

            (first, count, key) = (i, 1, card.Options > 2 ? card.Key : -1);
        }

        return count >= LongestRun ? (first, count, key) : default;
    }

    /// <summary>What chi-square exceeds in one of a hundred cases, after Wilson and Hilferty.</summary>
    private static double Limit(int freedom)
    {
        var variance = 2.0 / (9 * freedom);
        return freedom * Math.Pow(1 - variance + (Quantile * Math.Sqrt(variance)), 3);
    }

    private static string Sums(Func<int, int> key)
    {
        var cards = Enumerable
            .Range(1, 24)
            .Select(n =>
            {
                var options = Enumerable
                    .Range(0, 3)
                    .Select(i =>
                        string.Create(CultureInfo.InvariantCulture, $"- [{Mark(i, key(n))}] {(2 * n) + i - key(n)}\n")
                    );
                return string.Create(CultureInfo.InvariantCulture, $"\n### {n} + {n} = ?\n\n{string.Concat(options)}");
            });
        return string.Concat(cards);
    }

    private static char Mark(int position, int key) => position == key ? 'x' : ' ';
}
