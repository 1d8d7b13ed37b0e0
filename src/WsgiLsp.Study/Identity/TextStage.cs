using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Identity;

/// <summary>Takes an item for the known one that shares an answer with it, or a prompt, that nothing else has.</summary>
internal static class TextStage
{
    public static void Run(IdentityBoard board, Similarity similarity)
    {
        Pair(
            board,
            one => one.IsReverse || one.Kind == CardKind.TrueFalse ? null : AnswerOf(one),
            IdentityEvidence.Answer,
            (k, i) => SaysEnough(board, similarity, k, i)
        );
        Pair(
            board,
            one => one.IsReverse ? null : one.DeckId + "\n" + Squeeze(one.Prompt),
            IdentityEvidence.Prompt,
            (_, _) => true
        );
    }

    private static bool SaysEnough(IdentityBoard board, Similarity similarity, int known, int item)
    {
        var words = Tokens.SetOf(board.Items[item].Answer).Count;
        return words >= IdentityThresholds.WordsOfALongAnswer
            || (words >= IdentityThresholds.WordsOfAnAnswer && similarity.OfPrompts(known, item) > 0);
    }

    private static string? AnswerOf(SeenItem item) =>
        item.Answer.IsEmpty ? null : string.Join('\n', item.Answer.Select(Squeeze).Order(StringComparer.Ordinal));

    private static string Squeeze(string text) => WhiteSpace.Squeeze(text).ToLowerInvariant();

    private static void Pair(
        IdentityBoard board,
        Func<SeenItem, string?> textOf,
        IdentityEvidence evidence,
        Func<int, int, bool> isEvident
    )
    {
        var free = board.FreeItems.ToLookup(i => textOf(board.Items[i]), StringComparer.Ordinal);
        var lost = board.FreeKnown.ToLookup(k => TextOf(board, k, textOf), StringComparer.Ordinal);
        var taken = Enumerable
            .Range(0, board.Items.Length)
            .Where(i => !board.IsFree(i))
            .Select(i => textOf(board.Items[i]))
            .Where(text => text is not null && free.Contains(text))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var known in lost)
        {
            if (
                known.Key is { } text
                && Only(known) is { } k
                && Only(free[text]) is { } i
                && !taken.Contains(text)
                && !Similarity.AreNamedApart(board.Known[k].Last, board.Items[i])
                && isEvident(k, i)
            )
            {
                board.Identify(k, i, evidence);
            }
        }
    }

    // Texts that carry the deck's id carry the one that the deck has now.
    private static string? TextOf(IdentityBoard board, int known, Func<SeenItem, string?> textOf)
    {
        var last = board.Known[known].Last;
        return textOf(last.DeckId == board.DeckOf[known] ? last : last with { DeckId = board.DeckOf[known] });
    }

    private static int? Only(IEnumerable<int> indices) => indices.Take(2).ToArray() is [var only] ? only : null;
}
