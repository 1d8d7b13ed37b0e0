namespace WsgiLsp.Study.Identity;

/// <summary>
/// Gives items back to whom prompt and answer name word for word. Of the texts that one history was seen with the oldest
/// wins: a card that returns takes its history from whoever was taken for it meanwhile.
/// </summary>
internal static class ExactStage
{
    public static void Run(IdentityBoard board)
    {
        var places = new TextPlaces(board);
        var known = board.KnownInOrder;
        var withHistory = known.Where(k => board.Known[k].HasHistory).ToList();
        var kept = KnownInPlace(board, places);

        foreach (var k in withHistory)
        {
            Take(board, k, places.InPlace(k));
        }

        foreach (var k in withHistory.Where(k => board.ItemOf(k) < 0))
        {
            Take(board, k, places.InDeck(k, IsOpenTo(board, kept, k)));
        }

        foreach (var k in withHistory.Where(k => board.ItemOf(k) < 0))
        {
            Take(board, k, places.Anywhere(k, IsOpenTo(board, kept, k)));
        }

        foreach (var k in withHistory.Where(k => board.Known[k].Fingerprints.Length > 0))
        {
            TakeOlder(board, places, k);
        }

        foreach (var k in known.Where(k => !board.Known[k].HasHistory))
        {
            Take(board, k, places.InPlace(k));
        }

        foreach (var k in known.Where(k => board.ItemOf(k) < 0 && !board.Known[k].HasHistory))
        {
            Take(board, k, places.InDeck(k, board.IsFree));
            Take(board, k, board.ItemOf(k) < 0 ? places.Anywhere(k, board.IsFree) : -1);
        }
    }

    /// <summary>Items that were seen where they are now, and never answered.</summary>
    private static HashSet<int> KnownInPlace(IdentityBoard board, TextPlaces places) =>
        board.KnownInOrder.Where(k => !board.Known[k].HasHistory).Select(places.InPlace).ToHashSet();

    /// <summary>
    /// A history whose card is still in its place, edited, has no claim on an equal card that was there beside it. One whose
    /// card is gone has: it may have been pasted first and cut afterwards.
    /// </summary>
    private static Predicate<int> IsOpenTo(IdentityBoard board, HashSet<int> kept, int known)
    {
        var hasPlace = board.ItemInPlaceOf(known) >= 0;
        return item => board.IsFree(item) && !(hasPlace && kept.Contains(item));
    }

    private static void TakeOlder(IdentityBoard board, TextPlaces places, int known)
    {
        var now = board.ItemOf(known) is >= 0 and var item ? places.FingerprintOf(item) : null;
        foreach (var fingerprint in board.Known[known].Fingerprints)
        {
            if (fingerprint == now)
            {
                return;
            }

            if (places.Find(fingerprint, board.DeckOf[known], board.IsFree) is >= 0 and var older)
            {
                if (board.ItemOf(known) >= 0)
                {
                    board.Release(known);
                }

                board.Identify(known, older, IdentityEvidence.Fingerprint);
                return;
            }
        }
    }

    private static void Take(IdentityBoard board, int known, int item)
    {
        if (item >= 0 && board.IsFree(item))
        {
            board.Identify(known, item, IdentityEvidence.Fingerprint);
        }
    }
}
