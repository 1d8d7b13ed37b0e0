using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// Takes an item for the lost one that is clearly nearest to it: in the deck, else in all decks. Cards that are still there
/// count as neighbours, too: a new card that is as near to one of them as to the lost one is just another of its family.
/// </summary>
internal sealed class NeighbourStage
{
    private readonly IdentityBoard _board;
    private readonly Similarity _similarity;
    private readonly NeighbourIndex _knownIndex;
    private readonly NeighbourIndex _itemIndex;
    private readonly Dictionary<int, ImmutableArray<IdentityCandidate>> _doubts = [];

    private NeighbourStage(IdentityBoard board, Similarity similarity)
    {
        _board = board;
        _similarity = similarity;
        _knownIndex = new NeighbourIndex(similarity);
        _itemIndex = new NeighbourIndex(similarity);
    }

    /// <summary>A lost item and one now, with how alike they are and how clearly.</summary>
    /// <param name="Known">The lost one.</param>
    /// <param name="Item">The one now.</param>
    /// <param name="Likeness">How alike they are.</param>
    /// <param name="Standing">The pair's distance as part of the next one's: 0 stands alone, 1 and more is one of many.</param>
    private readonly record struct Pair(int Known, int Item, Likeness Likeness, double Standing);

    public static IReadOnlyDictionary<int, ImmutableArray<IdentityCandidate>> Run(
        IdentityBoard board,
        Similarity similarity
    )
    {
        var stage = new NeighbourStage(board, similarity);
        if (board.FreeItems.Any() && board.FreeKnown.Any())
        {
            stage.Run();
        }

        return stage._doubts;
    }

    private void Run()
    {
        var decks = _similarity.Decks();
        var freeItems = _board.FreeItems.ToList();
        for (var i = 0; i < _board.Items.Length; i++)
        {
            if (decks.Contains(_board.Items[i].DeckId))
            {
                _itemIndex.Add(i, _similarity.OfItem(i));
            }
        }

        foreach (var k in _board.FreeKnown)
        {
            _knownIndex.Add(k, _similarity.OfKnown(k));
        }

        var pairs = new List<Pair>();
        foreach (var item in freeItems)
        {
            pairs.AddRange(PairsOf(item));
        }

        foreach (var isMove in (bool[])[false, true])
        {
            var inScope = pairs
                .Where(pair => IsMove(pair) == isMove)
                .OrderByDescending(pair => pair.Likeness.Total)
                .ThenBy(pair => pair.Item)
                .ThenBy(pair => pair.Known);
            foreach (var pair in inScope)
            {
                if (_board.ItemOf(pair.Known) < 0 && _board.IsFree(pair.Item) && IsClear(pair, isMove))
                {
                    _board.Identify(pair.Known, pair.Item, IdentityEvidence.Similarity);
                }
            }
        }

        foreach (var item in pairs.Where(IsQuestion).GroupBy(pair => pair.Item))
        {
            _doubts.Add(
                item.Key,
                [
                    .. item.OrderByDescending(pair => pair.Likeness.Total)
                        .Take(IdentityThresholds.Candidates)
                        .Select(pair => new IdentityCandidate(_board.Known[pair.Known], pair.Likeness.Total)),
                ]
            );
        }
    }

    private bool IsMove(Pair pair) => _board.DeckOf[pair.Known] != _board.Items[pair.Item].DeckId;

    private bool IsClear(Pair pair, bool isMove) =>
        pair.Likeness.Total >= (isMove ? IdentityThresholds.AttachMoved : IdentityThresholds.Attach)
        && pair.Standing <= IdentityThresholds.Clear
        && !pair.Likeness.IsForeign
        && !Similarity.AreNamedApart(_board.Known[pair.Known].Last, _board.Items[pair.Item]);

    private bool IsQuestion(Pair pair) =>
        _board.ItemOf(pair.Known) < 0
        && _board.IsFree(pair.Item)
        && _board.Known[pair.Known].HasHistory
        && pair.Likeness.Total >= IdentityThresholds.Ask
        && pair.Standing <= IdentityThresholds.Level
        && !pair.Likeness.IsForeign;

    private IEnumerable<Pair> PairsOf(int item)
    {
        var words = _similarity.OfItem(item);
        var candidates = _knownIndex
            .Near(words)
            .Where(k => _board.ItemOf(k) < 0 && CanBe(_board.Known[k].Last, _board.Items[item]))
            .Select(k => (Known: k, Likeness: _similarity.Of(_similarity.OfKnown(k), words)))
            .ToList();
        if (candidates.Count == 0)
        {
            yield break;
        }

        var best = candidates.Max(candidate => candidate.Likeness.Total);
        if (best < Math.Min(IdentityThresholds.Attach, IdentityThresholds.Ask))
        {
            yield break;
        }

        // The card nearest to this one among those that are still there.
        var family = NearestItem(words, other => !_board.IsFree(other), _board.Items[item].CardKey);
        foreach (var (known, likeness) in candidates)
        {
            var card = _board.Known[known].Last.CardKey;
            var rivals = candidates.Where(other => _board.Known[other.Known].Last.CardKey != card);
            var next = rivals.Select(other => other.Likeness.Total).Append(family).Max();
            next = Math.Max(
                next,
                NearestItem(_similarity.OfKnown(known), _ => true, _board.Items[item].CardKey)
            );
            yield return new Pair(known, item, likeness, (1 - likeness.Total) / Math.Max(1 - next, 1e-9));
        }
    }

    private double NearestItem(ItemWords words, Predicate<int> counts, string except) =>
        _itemIndex
            .Near(words)
            .Where(other => counts(other) && _board.Items[other].CardKey != except)
            .Select(other => _similarity.Of(words, _similarity.OfItem(other)).Total)
            .DefaultIfEmpty(0)
            .Max();

    // A reversed card is none that asks forwards, and of two blanks in one text each has its own name or answer.
    private static bool CanBe(SeenItem known, SeenItem item) =>
        known.IsReverse == item.IsReverse
        && (
            known.Kind != CardKind.Cloze
            || item.Kind != CardKind.Cloze
            || known.Item == item.Item
            || ShareAWord(known.Answer, item.Answer)
        );

    private static bool ShareAWord(IEnumerable<string> a, IEnumerable<string> b)
    {
        var words = Tokens.SetOf(b);
        return Tokens.SetOf(a).Any(word => words.Any(other => word == other || Tokens.AreNear(word, other)));
    }
}
