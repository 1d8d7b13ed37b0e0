using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics;

/// <summary>How much of an answer's time counts: whoever went for a coffee did not study meanwhile.</summary>
public static class AnswerTime
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MostToExplain = TimeSpan.FromSeconds(300);

    /// <summary>The time of a review, up to 60 s, for explain cards up to 300 s.</summary>
    public static TimeSpan Of(ReviewEvent review)
    {
        // An exam's answers bear the exam's name; only explain cards have concepts.
        var isExplain = review.Mode == StudyMode.Explain.Name() || review.AutomaticConcepts is not null;
        var most = isExplain ? MostToExplain : Most;
        return TimeSpan.FromMilliseconds(Math.Clamp(review.MillisecondsSpent ?? 0, 0, (long)most.TotalMilliseconds));
    }
}
