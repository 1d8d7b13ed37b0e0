using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics;

/// <summary>An answer that says something of its item: it was not taken back.</summary>
/// <param name="Logged">The review.</param>
/// <param name="Grade">The grade that counts.</param>
/// <param name="IsFirstOfDay">
/// Whether it is the first try of its study day, practice included: who is asked again on that day has just been told.
/// </param>
/// <param name="IsPrimed">Whether the answer was looked at just before; see <see cref="Priming"/>.</param>
internal sealed record CountedAnswer(LoggedEvent Logged, Grade Grade, bool IsFirstOfDay, bool IsPrimed)
{
    /// <summary>Whether it was right: as the machine found, else by its grade.</summary>
    public bool IsRight => Logged.Event.Correct ?? Grade.IsGot();

    /// <summary>Whether it tells what its learner knew.</summary>
    public bool IsTry => IsFirstOfDay && !IsPrimed;

    /// <summary>The answers to an item since its history last began afresh.</summary>
    /// <param name="events">The item's events, in the order of time and id.</param>
    public static IReadOnlyList<CountedAnswer> Of(IReadOnlyCollection<LoggedEvent> events)
    {
        var takenBack = Targets(ReviewEventKind.Undo).Select(undo => undo.Target).ToHashSet();
        var grades = Targets(ReviewEventKind.Regrade)
            .GroupBy(regrade => regrade.Target!.Value)
            .ToDictionary(regrades => regrades.Key, regrades => regrades.Last().Grade);
        var answers = new List<CountedAnswer>();
        var (answeredDay, peeked) = (default(int?), default(DateTimeOffset?));
        foreach (var logged in events)
        {
            switch (logged.Event.Kind)
            {
                // A blank says nothing of the card that it was made of, whose answer had just been read.
                case ReviewEventKind.Review when !takenBack.Contains(logged.Id) && !IsDrill(logged.Event):
                    var grade = grades.GetValueOrDefault(logged.Id, logged.Event.Grade) ?? Grade.Again;
                    var isFirst = answeredDay != logged.Day;
                    var isPrimed = isFirst && peeked is { } look && Priming.Helps(logged.Time - look);
                    answeredDay = logged.Day;
                    answers.Add(new CountedAnswer(logged, grade, isFirst, isPrimed));
                    break;
                case ReviewEventKind.Peek:
                    peeked = logged.Time;
                    break;
                case ReviewEventKind.Reset or ReviewEventKind.StartFresh:
                    answeredDay = null;
                    answers.Clear();
                    break;
            }
        }

        return answers;

        IEnumerable<ReviewEvent> Targets(ReviewEventKind kind) =>
            events.Select(logged => logged.Event).Where(one => one.Kind == kind && one.Target is not null);
    }

    private static bool IsDrill(ReviewEvent review) => review.Mode == StudyModes.Drill;
}
