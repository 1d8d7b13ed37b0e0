using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Optimizing;

/// <summary>A log's histories, by the family of their answers.</summary>
public sealed class FamilyHistories
{
    private readonly ILookup<WeightsFamily, AnswerHistory> _histories;

    private FamilyHistories(ILookup<WeightsFamily, AnswerHistory> histories)
    {
        _histories = histories;
    }

    /// <summary>The histories of a family, in the order of their items' keys.</summary>
    public IReadOnlyList<AnswerHistory> this[WeightsFamily family] => [.. _histories[family]];

    /// <summary>How many answers of a family tell how well a memory was kept.</summary>
    public int CountTests(WeightsFamily family) => _histories[family].Sum(history => history.CountTests());

    /// <summary>
    /// Makes them of a log. Practice is left out; what was taken back, or was before a reset, is not part of what followed.
    /// A card that became one of the other family ends its history: what it was remembered by is no longer asked.
    /// </summary>
    /// <param name="events">All events, in the order of time and id.</param>
    public static FamilyHistories Of(IReadOnlyCollection<LoggedEvent> events)
    {
        // What memories are made of the answers does not matter here.
        var schedulers = new LearnerSchedulers(LearnerFsrs.Default, new SchedulerOptions());
        return new FamilyHistories(
            AnswerReplay
                .Of(events, schedulers)
                .OrderBy(item => item.Key, StringComparer.Ordinal)
                .SelectMany(item => Split([.. item.Value.Where(answer => !answer.IsPractice)]))
                .ToLookup(
                    answers => answers[0].Family,
                    answers => new AnswerHistory([.. answers.Select(HistoryAnswerOf)])
                )
        );
    }

    private static IEnumerable<List<PastAnswer>> Split(List<PastAnswer> answers)
    {
        for (var start = 0; start < answers.Count; )
        {
            var end = start + 1;
            while (end < answers.Count && !IsFirst(answers[end]))
            {
                end++;
            }

            if (IsFirst(answers[start]))
            {
                yield return [.. answers[start..end].TakeWhile(answer => answer.Family == answers[start].Family)];
            }

            start = end;
        }
    }

    private static bool IsFirst(PastAnswer answer) => answer.PhaseBefore == LearningPhase.New;

    private static HistoryAnswer HistoryAnswerOf(PastAnswer answer) =>
        new(SchedulingRules.Counted(answer.Grade, IsFirst(answer), answer.ElapsedDays), answer.ElapsedDays, answer.Time)
        {
            Guess = answer.Guess,
            IsPrompted = answer.IsPrimed || !answer.IsFirstOfDay,
        };
}
