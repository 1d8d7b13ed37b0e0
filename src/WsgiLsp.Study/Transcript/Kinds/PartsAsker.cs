using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Things that belong in certain places. Each place is a part of the answer, the deck's index of what is there.</summary>
internal abstract class PartsAsker : OneLineAsker<ImmutableArray<int>>
{
    public sealed override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(GradedAnswer.GaveUp(asking.Help), Told(item));

    /// <summary>What is counted, behind <c>3 of 5</c>.</summary>
    protected abstract string Counted { get; }

    /// <summary>Grades an answer.</summary>
    protected abstract GradedAnswer Grade(SessionItem item, ImmutableArray<int> answer, AnswerHelp help);

    /// <summary>The right answer, a place a line or more.</summary>
    protected abstract IEnumerable<string> Right(SessionItem item);

    protected sealed override Answered Verdict(SessionItem item, ImmutableArray<int> answer, AnswerHelp help)
    {
        var graded = Grade(item, answer, help);
        var parts = graded.Parts!.Value;
        return new Answered(
            graded,
            parts.IsFull
                ? TranscriptText.Quoted($"{TranscriptText.Right} Right.", item.Card.Content.Explanation)
                : Told(item, $"{TranscriptText.Sign(graded)} {parts.Got} of {parts.Total} {Counted}.")
        );
    }

    private IEnumerable<string> Told(SessionItem item, params IEnumerable<string> before) =>
        TranscriptText.Quoted([.. before, .. Right(item)], item.Card.Content.Explanation);
}
