namespace WsgiLsp.Study.Identity;

/// <summary>
/// Takes an item for the known one whose name it has: an explicit id, or the anchor of a heading that no other card of the
/// deck has or had. A number in an anchor says where the card stood, not what it is.
/// </summary>
internal static class NameStage
{
    public static void Run(IdentityBoard board)
    {
        var known = board.FreeKnown.ToList();
        foreach (var k in known.Where(k => board.Known[k].Last.HasExplicitId))
        {
            if (FreeInPlace(board, k) is >= 0 and var item && board.Items[item].HasExplicitId)
            {
                board.Identify(k, item, IdentityEvidence.ExplicitId);
            }
        }

        var before = CountHeadings(
            Enumerable
                .Range(0, board.Known.Length)
                .Where(k => !board.Known[k].IsOrphan)
                .Select(k => (board.DeckOf[k], board.Known[k].Last))
        );
        var now = CountHeadings(board.Items.Select(item => (item.DeckId, item)));
        foreach (var k in known.Where(k => board.ItemOf(k) < 0 && !board.Known[k].Last.HasExplicitId))
        {
            if (
                FreeInPlace(board, k) is >= 0 and var item
                && board.Items[item] is { HasExplicitId: false } there
                && HeadingOf(there.CardId) == there.CardId
                && now.GetValueOrDefault((there.DeckId, there.CardId)) == 1
                && before.GetValueOrDefault((there.DeckId, there.CardId)) <= 1
            )
            {
                board.Identify(k, item, IdentityEvidence.Anchor);
            }
        }
    }

    private static int FreeInPlace(IdentityBoard board, int known) =>
        board.ItemInPlaceOf(known) is >= 0 and var item && board.IsFree(item) ? item : -1;

    /// <summary>How many cards of each deck have a heading, as far as anchors tell.</summary>
    private static Dictionary<(string Deck, string Heading), int> CountHeadings(
        IEnumerable<(string Deck, SeenItem Item)> items
    ) =>
        items
            .Where(item => !item.Item.HasExplicitId)
            .Select(item => (item.Deck, item.Item.CardId))
            .Distinct()
            .CountBy(card => (card.Deck, HeadingOf(card.CardId)))
            .ToDictionary();

    /// <summary>An anchor without its numbers.</summary>
    private static string HeadingOf(string anchor)
    {
        while (true)
        {
            var heading = anchor.AsSpan().TrimEnd("0123456789");
            if (heading.Length == anchor.Length || heading.Length < 2 || heading[^1] != '-')
            {
                return anchor;
            }

            anchor = anchor[..(heading.Length - 1)];
        }
    }
}
