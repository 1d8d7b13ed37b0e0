namespace WsgiLsp.Decks.Rules;

/// <summary>
/// Counts of a deck's choice cards with one key, by their number of options; cards with more than
/// <see cref="MostOptions"/> are left out. After an edit only the cards that changed are counted again.
/// </summary>
internal sealed class KeyTally
{
    /// <summary>Cards with more options are not counted.</summary>
    public const int MostOptions = 8;

    private const int LeastOptions = 2;

    // A row for each number of options: cards, cards with the longest key, then keys by position in cards that keep order.
    private const int Longest = 1;
    private const int Positions = 2;
    private const int Width = Positions + MostOptions;

    private readonly int[] counts = new int[(MostOptions + 1) * Width];

    private KeyTally() { }

    /// <summary>No card.</summary>
    public static KeyTally Empty { get; } = new();

    /// <summary>The numbers of options that cards may have.</summary>
    public static IEnumerable<int> OptionCounts => Enumerable.Range(LeastOptions, MostOptions - LeastOptions + 1);

    /// <summary>The tally after some cards took the place of others.</summary>
    public KeyTally With(ReadOnlySpan<CardFacts> removed, ReadOnlySpan<CardFacts> added)
    {
        if (removed.SequenceEqual(added))
        {
            return this;
        }

        var result = new KeyTally();
        counts.CopyTo(result.counts, 0);
        result.Add(removed, -1);
        result.Add(added, 1);
        return result;
    }

    /// <summary>How many cards have that many options.</summary>
    public int Cards(int options) => counts[options * Width];

    /// <summary>In how many of them the key is longer than each other option.</summary>
    public int LongestKeys(int options) => counts[(options * Width) + Longest];

    /// <summary>How often the key of those that keep the deck's order stands at each position.</summary>
    public ReadOnlySpan<int> KeyPositions(int options) => counts.AsSpan((options * Width) + Positions, options);

    private void Add(ReadOnlySpan<CardFacts> facts, int step)
    {
        foreach (var card in facts)
        {
            if (card.Options is < LeastOptions or > MostOptions)
            {
                continue;
            }

            var row = card.Options * Width;
            counts[row] += step;
            counts[row + Longest] += card.IsKeyLongest ? step : 0;
            counts[row + Positions + card.Key] += card.KeepsOrder ? step : 0;
        }
    }
}
