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
    private readonly NeighbourIndex _knownIndex = new();
    private readonly NeighbourIndex _itemIndex = new();
    private readonly Dictionary<int, ImmutableArray<IdentityCandidate>> _doubts = [];

    private NeighbourStage(IdentityBoard board, Similarity similarity)
    {
        _board = board;
        _similarity = similarity;
    }

    /// <summary>A lost item and one now, with how alike they are and how clearly.</summary>
    /// <param name="Known">The lost one.</param>
    /// <param name="Item">The one now.</param>
    /// <param name="Likeness">How alike they are.</param>
    /// <param name="Standing">
    /// The pair's distance as part of that to the next one of either: 0 stands alone, 1 and more is one of many.
    /// </param>
    /// <param name="FamilyStanding">The same among cards that are known already: only these make a question vain.</param>
    private readonly record struct Pair(int Known, int Item, Likeness Likeness, double Standing, double FamilyStanding);

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

        AskAboutWholeCards();
    }

    /// <summary>Who is asked about one item of a card is asked about its others: they are the same card or they are not.</summary>
    private void AskAboutWholeCards()
    {
        var lost = _board
            .FreeKnown.Where(k => _board.Known[k].HasHistory)
            .ToLookup(k => _board.Known[k].Last.Key, StringComparer.Ordinal);
        var asked = _doubts.ToLookup(doubt => _board.Items[doubt.Key].CardKey, doubt => doubt.Value);
        foreach (var i in _board.FreeItems.Where(i => !_doubts.ContainsKey(i)).ToList())
        {
            var item = _board.Items[i];
            var candidates = asked[item.CardKey]
                .SelectMany(one => one)
                .SelectMany(
                    candidate => lost[candidate.Known.Last.KeyOf(item.Item)],
                    (one, k) => one with { Known = _board.Known[k] }
                )
                .DistinctBy(candidate => candidate.Known.Id, StringComparer.Ordinal)
                .ToImmutableArray();
            if (!candidates.IsEmpty)
            {
                _doubts.Add(i, candidates);
            }
        }
    }

    private bool IsMove(Pair pair) => _board.DeckOf[pair.Known] != _board.Items[pair.Item].DeckId;

    private bool IsClear(Pair pair, bool isMove) =>
        !Similarity.AreNamedApart(_board.Known[pair.Known].Last, _board.Items[pair.Item])
        && (
            isMove
                ? IsClearly(pair, IdentityThresholds.AttachMoved)
                : IsClearly(pair, IdentityThresholds.Attach) || IsClearBySubject(pair)
        );

    private static bool IsClearly(Pair pair, double attach) =>
        pair.Likeness.Total >= attach
        && pair.Standing <= pair.Likeness.Total - IdentityThresholds.Clear
        && !pair.Likeness.IsForeign;

    private bool IsClearBySubject(Pair pair) =>
        pair.Likeness.Total >= IdentityThresholds.AttachSameAnswer
        && pair.Standing <= IdentityThresholds.Level
        && HasAnswerAndSubject(pair);

    private bool HasAnswerAndSubject(Pair pair) =>
        pair.Likeness.Answer == 1
        && _similarity.ShareASubject(_similarity.OfKnown(pair.Known), _similarity.OfItem(pair.Item));

    private bool IsQuestion(Pair pair) =>
        _board.ItemOf(pair.Known) < 0
        && _board.IsFree(pair.Item)
        && _board.Known[pair.Known].HasHistory
        && (
            pair.Likeness.Total >= IdentityThresholds.Ask
                && pair.FamilyStanding <= IdentityThresholds.Level
                && !pair.Likeness.IsForeign
            || HasAnswerAndSubject(pair)
        );

    private IEnumerable<Pair> PairsOf(int item)
    {
        var words = _similarity.OfItem(item);
        var candidates = _knownIndex
            .Near(words)
            .Where(k => _board.ItemOf(k) < 0 && CanBe(_board.Known[k].Last, _board.Items[item]))
            .Select(k => (Known: k, Likeness: _similarity.Of(_similarity.OfKnown(k), words)))
            .ToList();
        if (!candidates.Any(candidate => MayMatter(candidate.Likeness)))
        {
            yield break;
        }

        var itemCard = _board.Items[item].CardKey;
        var toFamily = NearestItem(words, other => !_board.IsFree(other), itemCard);
        foreach (var (known, likeness) in candidates.Where(one => MayMatter(one.Likeness)))
        {
            var card = _board.Known[known].Last.CardKey;
            var knownWords = _similarity.OfKnown(known);
            var family = Math.Max(toFamily, NearestItem(knownWords, other => !_board.IsFree(other), itemCard));
            var rival = candidates
                .Where(other => _board.Known[other.Known].Last.CardKey != card)
                .Select(other => other.Likeness.Total)
                .Append(NearestItem(knownWords, _board.IsFree, itemCard))
                .Append(family)
                .Max();
            yield return new Pair(known, item, likeness, Standing(likeness, rival), Standing(likeness, family));
        }
    }

    private static double Standing(Likeness likeness, double next) => (1 - likeness.Total) / Math.Max(1 - next, 1e-9);

    private static bool MayMatter(Likeness likeness) =>
        likeness.Total >= IdentityThresholds.AttachSameAnswer || likeness.Answer == 1;

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
