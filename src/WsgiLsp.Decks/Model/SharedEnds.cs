namespace WsgiLsp.Decks.Model;

/// <summary>
/// What something that was made by an edit has in common with what it was made from: the very same items at both ends.
/// It spares a comparison of all of them.
/// </summary>
/// <param name="Before">The items it was made from.</param>
/// <param name="Prefix">How many at the start are the same; there may be more.</param>
/// <param name="Suffix">How many at the end are the same; there may be more. They do not overlap those at the start.</param>
internal sealed record SharedEnds<T>(T[] Before, int Prefix, int Suffix)
{
    /// <summary>How many items are the same at both ends of two lists, none counted twice.</summary>
    /// <param name="before">The earlier items.</param>
    /// <param name="now">The later items.</param>
    /// <param name="known">What is known of the later ones. Counts only if it is about the earlier ones.</param>
    public static (int Prefix, int Suffix) Count(T[] before, T[] now, SharedEnds<T>? known)
    {
        var (prefix, suffix) = ReferenceEquals(known?.Before, before) ? (known.Prefix, known.Suffix) : (0, 0);
        var most = Math.Min(before.Length, now.Length);
        while (prefix < most - suffix && ReferenceEquals(before[prefix], now[prefix]))
        {
            prefix++;
        }

        while (suffix < most - prefix && ReferenceEquals(before[^(suffix + 1)], now[^(suffix + 1)]))
        {
            suffix++;
        }

        return (prefix, suffix);
    }
}
