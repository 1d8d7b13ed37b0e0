namespace WsgiLsp.Study.Identity;

/// <summary>Lets the items of a card follow the first one of them that was found: its blanks, and its reverse.</summary>
internal static class SiblingStage
{
    public static void Run(IdentityBoard board)
    {
        var free = board.FreeKnown.ToList();
        if (free.Count == 0)
        {
            return;
        }

        var cards = free.Select(k => board.Known[k].Last.CardKey).ToHashSet(StringComparer.Ordinal);
        var targets = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var k = 0; k < board.Known.Length; k++)
        {
            var card = board.Known[k].Last.CardKey;
            if (board.ItemOf(k) is >= 0 and var item && !board.Known[k].IsOrphan && cards.Contains(card))
            {
                // Items that went to different cards lead nowhere.
                var target = board.Items[item].CardKey;
                targets[card] = targets.TryGetValue(card, out var other) && other != target ? null : target;
            }
        }

        foreach (var k in free.Where(k => !board.Known[k].IsOrphan))
        {
            var last = board.Known[k].Last;
            if (
                targets.GetValueOrDefault(last.CardKey) is { } target
                && board.ItemByKey.TryGetValue(last.Item.Length == 0 ? target : target + "/" + last.Item, out var item)
                && board.IsFree(item)
            )
            {
                board.Identify(k, item, IdentityEvidence.Sibling);
            }
        }
    }
}
