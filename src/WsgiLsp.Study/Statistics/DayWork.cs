using System.Collections.Immutable;

namespace WsgiLsp.Study.Statistics;

/// <summary>What a day took.</summary>
/// <param name="Day">The study day; see <see cref="Reviews.StudyDay"/>.</param>
/// <param name="Answers">Number of answers, practice included.</param>
/// <param name="Spent">Their time, each capped; see <see cref="AnswerTime"/>.</param>
public sealed record DayWork(int Day, int Answers, TimeSpan Spent)
{
    /// <summary>The last days, oldest first, up to a day.</summary>
    /// <param name="answers">The answers, in any order.</param>
    /// <param name="day">The last of the days.</param>
    /// <param name="days">Number of days.</param>
    public static ImmutableArray<DayWork> Of(IEnumerable<PastAnswer> answers, int day, int days)
    {
        var byDay = answers.Where(answer => answer.Day > day - days && answer.Day <= day).ToLookup(a => a.Day);
        return
        [
            .. Enumerable
                .Range(day - days + 1, days)
                .Select(one => new DayWork(
                    one,
                    byDay[one].Count(),
                    byDay[one].Aggregate(TimeSpan.Zero, (sum, answer) => sum + answer.Spent)
                )),
        ];
    }
}
