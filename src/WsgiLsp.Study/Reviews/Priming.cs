using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Reviews;

/// <summary>What a look at the answer does to the answer after it: it tells little of what is remembered.</summary>
public static class Priming
{
    /// <summary>So long a look at the answer helps.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long before an answer its item was looked at, where that helps it: only the first answer of a study day is told
    /// from what was learned on other days. Null where it does not.
    /// </summary>
    /// <param name="state">The item before the answer.</param>
    /// <param name="moment">When it is given.</param>
    public static TimeSpan? Before(ItemState state, StudyMoment moment)
    {
        if (state.PeekTime is not { } peek || state.WasAnsweredOn(moment.Day))
        {
            return null;
        }

        var ago = TimeSpan.FromMilliseconds(moment.Milliseconds - peek);
        return Helps(ago) ? ago : null;
    }

    /// <summary>Whether a look so long ago helps.</summary>
    public static bool Helps(TimeSpan ago) => ago >= TimeSpan.Zero && ago <= Window;

    /// <summary>The grade that counts: at most Hard after a look that helped.</summary>
    /// <param name="grade">The grade that was given.</param>
    /// <param name="peeked">How long before it that look was; null where there was none.</param>
    public static Grade Counted(Grade grade, TimeSpan? peeked) =>
        peeked is null ? grade : GradeRules.AtMost(grade, Grade.Hard);
}
