using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>Numbers of items by where they are.</summary>
/// <param name="New">Never answered.</param>
/// <param name="Learning">On learning steps.</param>
/// <param name="Young">In review, with an interval below <see cref="PastAnswer.MatureInterval"/> days.</param>
/// <param name="Mature">In review, with a longer one.</param>
/// <param name="Relearning">Missed in review, and on steps since.</param>
/// <param name="Suspended">Out of study by the learner or the author; in no other number.</param>
public sealed record ItemCounts(int New, int Learning, int Young, int Mature, int Relearning, int Suspended)
{
    /// <summary>Number of all items.</summary>
    public int Total => New + Learning + Young + Mature + Relearning + Suspended;

    /// <summary>Counts items.</summary>
    internal static ItemCounts Of(IReadOnlyCollection<StudiedItem> items)
    {
        var active = items.Where(item => !item.IsSuspended).ToList();
        return new(
            In(LearningPhase.New),
            In(LearningPhase.Learning),
            active.Count(item => IsReview(item) && item.Interval < PastAnswer.MatureInterval),
            active.Count(item => IsReview(item) && item.Interval >= PastAnswer.MatureInterval),
            In(LearningPhase.Relearning),
            items.Count - active.Count
        );

        int In(LearningPhase phase) => active.Count(item => item.State.Schedule.Phase == phase);

        static bool IsReview(StudiedItem item) => item.State.Schedule.Phase == LearningPhase.Review;
    }
}
