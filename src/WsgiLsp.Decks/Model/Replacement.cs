namespace WsgiLsp.Decks.Model;

/// <summary>Sections that took the place of others in a deck; what stands before and behind them is as it was.</summary>
/// <param name="First">Index of the first section that may have changed.</param>
/// <param name="Kept">Index, before the change, of the first section behind them.</param>
/// <param name="Shift">How many sections there are more than before.</param>
internal readonly record struct Replacement(int First, int Kept, int Shift)
{
    /// <summary>Index, now, of the first section behind them.</summary>
    public int End => Kept + Shift;

    /// <summary>The least part of them, up to what is the same at both ends.</summary>
    /// <param name="before">The entries before the change.</param>
    /// <param name="now">The entries now.</param>
    /// <param name="isSame">Whether two are the same.</param>
    public Replacement Trim(DeckEntry[] before, DeckEntry[] now, Func<DeckEntry, DeckEntry, bool> isSame)
    {
        var (first, kept) = (First, Kept);
        while (first < kept && first < kept + Shift && isSame(before[first], now[first]))
        {
            first++;
        }

        while (kept > first && kept + Shift > first && isSame(before[kept - 1], now[kept + Shift - 1]))
        {
            kept--;
        }

        return new Replacement(first, kept, Shift);
    }

    /// <summary>What stood there before, of rows as long as the deck was.</summary>
    public ReadOnlySpan<T> Removed<T>(ReadOnlySpan<T> before) => before[First..Kept];

    /// <summary>What stands there now, of rows as long as the deck is.</summary>
    public ReadOnlySpan<T> Added<T>(ReadOnlySpan<T> now) => now[First..End];
}
