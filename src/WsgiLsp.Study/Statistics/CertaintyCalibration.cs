using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Statistics;

/// <summary>Whether the learner knows what they know: of the answers that a machine judged, how many were right.</summary>
/// <param name="Sure">Answers given as sure, <c>b!</c>.</param>
/// <param name="Guessed">Answers given as guesses, <c>b?</c>.</param>
/// <param name="Unmarked">All others.</param>
public sealed record CertaintyCalibration(Share Sure, Share Guessed, Share Unmarked)
{
    /// <summary>Of some answers, practice included.</summary>
    public static CertaintyCalibration Of(IReadOnlyCollection<PastAnswer> answers)
    {
        return new(With(Certainty.Sure), With(Certainty.Guess), With(null));

        Share With(Certainty? certainty) =>
            Share.Of(
                answers.Where(answer => answer.Correct is not null && answer.Certainty == certainty),
                answer => answer.Correct == true
            );
    }
}
