using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Identity;

/// <summary>How an answer changed so much that what was learned is no longer true.</summary>
public enum AnswerChangeReason
{
    /// <summary>Another option is right, or the statement holds where it did not.</summary>
    Key,

    /// <summary>A number went, came or is another one.</summary>
    Number,

    /// <summary>A negation went or came.</summary>
    Negation,

    /// <summary>More than half of the words are others.</summary>
    Words,
}

/// <summary>
/// An answer that is not the one that was learned: the history stays, but the item is due now and the reveal says so.
/// </summary>
/// <param name="Reason">Why it counts as another answer.</param>
/// <param name="Old">The answer that was learned, Markdown, a part a line.</param>
/// <param name="New">The answer now, likewise.</param>
public sealed record AnswerChange(AnswerChangeReason Reason, string Old, string New)
{
    /// <summary>Compares what was learned with what the card says now.</summary>
    /// <param name="seen">The item as it was last seen.</param>
    /// <param name="now">The same item now.</param>
    /// <returns>Null where what was learned is still true.</returns>
    public static AnswerChange? Of(SeenItem seen, SeenItem now)
    {
        var (before, after) = (TextOf(seen), TextOf(now));
        return before == after || ReasonOf(seen, now) is not { } reason
            ? null
            : new AnswerChange(reason, before, after);
    }

    private static AnswerChangeReason? ReasonOf(SeenItem seen, SeenItem now)
    {
        var before = LearnedWords.Of(Learned(seen));
        var after = LearnedWords.Of(Learned(now));
        return IsOtherKey(seen, now) ? AnswerChangeReason.Key
            : !before.Numbers.SetEquals(after.Numbers) ? AnswerChangeReason.Number
            : before.Negations != after.Negations ? AnswerChangeReason.Negation
            : before.IsMostlyOther(after) ? AnswerChangeReason.Words
            : null;
    }

    // Who learns that a statement is true learns the statement.
    private static ImmutableArray<string> Learned(SeenItem item) =>
        item.Kind == CardKind.TrueFalse ? [item.Prompt] : item.Answer;

    private static bool IsOtherKey(SeenItem seen, SeenItem now) =>
        (seen.Kind, now.Kind) switch
        {
            (CardKind.TrueFalse, CardKind.TrueFalse) => !seen.Answer.SequenceEqual(now.Answer),
            (CardKind.Choice or CardKind.Multi, CardKind.Choice or CardKind.Multi) => seen.Answer.Length
                != now.Answer.Length
                || ShareText(seen.Answer, now.Distractors)
                || ShareText(seen.Distractors, now.Answer),
            _ => false,
        };

    private static bool ShareText(IEnumerable<string> a, IEnumerable<string> b) =>
        a.Select(WhiteSpace.Squeeze).Intersect(b.Select(WhiteSpace.Squeeze), StringComparer.OrdinalIgnoreCase).Any();

    private static string TextOf(SeenItem item) =>
        item.Kind == CardKind.TrueFalse ? $"{item.Prompt}\n{item.Answer.FirstOrDefault()}"
        : item.Kind == CardKind.Multi ? string.Join('\n', item.Answer.Order(StringComparer.Ordinal))
        : string.Join('\n', item.Answer);
}
