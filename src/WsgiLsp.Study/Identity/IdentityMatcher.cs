using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>Finds out which items of cards now are those that the log knows, so that history survives edits.</summary>
public static class IdentityMatcher
{
    /// <summary>
    /// Looks for every known item among the items now, keys that still exist included: a key may name another card by now,
    /// as a numbered anchor does when the first card of its heading is gone. Evidence counts in the order of
    /// <see cref="IdentityEvidence"/>; where it is not clear, nothing is attached.
    /// </summary>
    /// <param name="known">
    /// What the log knows of the decks that were read, of decks that are gone, and of items that lost their card. What
    /// belongs to decks that exist and were not read must be left out: it would be taken for lost. Items that were seen and
    /// never answered should be there (<see cref="KnownItem.HasHistory"/>); those that are in doubt must not.
    /// </param>
    /// <param name="items">All items of the decks that were read, in the order of their files.</param>
    /// <returns>What became of each. The order of the arguments decides nothing but between equal texts.</returns>
    public static Identification Match(IEnumerable<KnownItem> known, IEnumerable<SeenItem> items)
    {
        var board = new IdentityBoard(known, items);
        ExactStage.Run(board);
        if (board.FreeItems.Any() && board.FreeKnown.Any())
        {
            DeckSuccession.Run(board);
            NameStage.Run(board);
            SiblingStage.Run(board);
            var similarity = new Similarity(board);
            TextStage.Run(board, similarity);
            SiblingStage.Run(board);
            var doubts = NeighbourStage.Run(board, similarity);
            SiblingStage.Run(board);
            return board.ToIdentification(doubts);
        }

        return board.ToIdentification(new Dictionary<int, ImmutableArray<IdentityCandidate>>());
    }
}
