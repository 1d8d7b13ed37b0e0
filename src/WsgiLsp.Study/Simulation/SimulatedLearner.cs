using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Simulation;

/// <summary>Somebody whose memory is what the model says: what has a chance of recall of .8 is recalled four times in five.</summary>
/// <param name="habits">How they answer otherwise.</param>
/// <param name="seed">Decides chance.</param>
public sealed class SimulatedLearner(LearnerHabits habits, int seed)
{
    /// <summary>How they answer otherwise.</summary>
    public LearnerHabits Habits => habits;

    /// <summary>The grade of an answer.</summary>
    /// <param name="item">The item's key.</param>
    /// <param name="state">The item before the answer.</param>
    /// <param name="moment">When it is asked.</param>
    /// <param name="fsrs">The learner's memory.</param>
    public Grade Answer(string item, ItemState state, StudyMoment moment, Fsrs fsrs)
    {
        var grade = Chances.Draw(seed, item, state.Repetitions, Chances.Purpose.Grade);
        if (state.IsNew)
        {
            return habits.First.At(grade);
        }

        var chance = Chances.Draw(seed, item, state.Repetitions, Chances.Purpose.Recall);
        return chance < Retrievability(state, moment, fsrs) ? habits.Recalled.At(grade) : Grade.Again;
    }

    /// <summary>As the scheduler counts days; within one, by the minutes that have passed.</summary>
    private static double Retrievability(ItemState state, StudyMoment moment, Fsrs fsrs)
    {
        var (lastDay, lastTime) = (state.LastDay!.Value, state.LastTime!.Value);
        var days = Elapsed.Days(lastDay, lastTime, moment.Day, moment.Milliseconds);
        return fsrs.Retrievability(
            state.Schedule.Memory.Stability,
            days > 0 ? days : TimeSpan.FromMilliseconds(Math.Max(0, moment.Milliseconds - lastTime)).TotalDays
        );
    }
}
