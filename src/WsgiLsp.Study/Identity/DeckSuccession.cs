namespace WsgiLsp.Study.Identity;

/// <summary>
/// Follows a deck to its new id. A deck that is gone is the one where most of its cards were found, so that names of cards
/// count there as they did before.
/// </summary>
internal static class DeckSuccession
{
    // Of a renamed deck most cards are unchanged; of one that was dissolved each part went elsewhere.
    private const double Share = 0.3;

    public static void Run(IdentityBoard board)
    {
        var decks = board.Items.Select(item => item.DeckId).ToHashSet(StringComparer.Ordinal);
        var gone = Enumerable
            .Range(0, board.Known.Length)
            .Where(k => !board.Known[k].IsOrphan && !decks.Contains(board.Known[k].Last.DeckId))
            .GroupBy(k => board.Known[k].Last.DeckId, StringComparer.Ordinal);
        foreach (var deck in gone)
        {
            if (SuccessorOf(board, [.. deck]) is { } successor)
            {
                foreach (var k in deck)
                {
                    board.DeckOf[k] = successor;
                }
            }
        }
    }

    private static string? SuccessorOf(IdentityBoard board, int[] known)
    {
        var best = known
            .Where(k => board.ItemOf(k) >= 0)
            .CountBy(k => board.Items[board.ItemOf(k)].DeckId, StringComparer.Ordinal)
            .OrderByDescending(deck => deck.Value)
            .ThenBy(deck => deck.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Value > known.Length * Share ? best.Key : null;
    }
}
