using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// Tells an answer that is not the one that was learned: the history stays, but the item is due now and the reveal says so.
/// </summary>
public static class AnswerChange
{
    /// <summary>The answer that was learned, where that is no longer true.</summary>
    /// <param name="seen">The item as it was last seen.</param>
    /// <param name="now">The same item now.</param>
    /// <returns>Markdown, a part a line; null where what was learned is still true.</returns>
    public static string? Former(SeenItem seen, SeenItem now)
    {
        var former = TextOf(seen);
        return former != TextOf(now) && (IsOtherKey(seen, now) || SaysOther(seen, now)) ? former : null;
    }

    /// <summary>
    /// Whether a number or a negation went or came, or more than half of the words are others: all else is another wording.
    /// </summary>
    private static bool SaysOther(SeenItem seen, SeenItem now)
    {
        var before = LearnedWords.Of(Learned(seen));
        var after = LearnedWords.Of(Learned(now));
        return !before.Numbers.SetEquals(after.Numbers)
            || before.Negations != after.Negations
            || before.IsMostlyOther(after);
    }

    // Who learns that a statement is true learns the statement.
    private static ImmutableArray<string> Learned(SeenItem item) =>
        item.Kind == CardKind.TrueFalse ? [item.Prompt] : item.Answer;

    /// <summary>Whether another option is right, or the statement holds where it did not.</summary>
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
