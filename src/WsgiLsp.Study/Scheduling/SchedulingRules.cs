using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Scheduling;

/// <summary>What counts for the schedule.</summary>
public static class SchedulingRules
{
    /// <summary>The grade that the scheduler is told: a second answer on one day is never easy.</summary>
    /// <param name="grade">The grade given.</param>
    /// <param name="isNew">Whether it is the first answer of all.</param>
    /// <param name="days">Study days since the answer before.</param>
    public static Grade Counted(Grade grade, bool isNew, int days) =>
        grade == Grade.Easy && !isNew && days == 0 ? Grade.Good : grade;
}
