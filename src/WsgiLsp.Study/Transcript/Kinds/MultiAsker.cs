using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Options of which all that hold are picked by their letters. Nothing says how many, until it is answered.</summary>
internal sealed class MultiAsker : ChoiceAsker
{
    protected override string What => "the letters of all that hold";

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type the letters of all that hold, from a to {LastLetter(item)}, each once. {Commands(item, open)}";

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(
            GradedAnswer.GaveUp(asking.Help),
            TranscriptText.Told($"{Holding(item)}.", item.Card.Content.Explanation)
        );

    protected override bool HasRightNumber(string letters) => letters.Length > 0;

    protected override Answered Verdict(SessionItem item, ImmutableArray<int> answer, AnswerHelp help)
    {
        var content = (ChoiceContent)item.Card.Content;
        var graded = ChoiceGrading.Pick(content, answer, help);
        var hits = answer.Count(index => content.Options[index].Correct);
        var verdict =
            graded.Correct == true ? $"{TranscriptText.Right} Right."
            : hits > 0 ? $"{TranscriptText.Partly} In part. {Holding(item)}."
            : $"{TranscriptText.Wrong} No. {Holding(item)}.";
        return new Answered(
            graded,
            [
                .. TranscriptText.Quoted(verdict),
                .. Feedback(item, answer).SelectMany(TranscriptText.Quoted),
                .. content.Explanation.Length > 0 ? TranscriptText.Quoted("\n" + content.Explanation) : [],
            ]
        );
    }

    /// <summary>Feedback of what was picked, and of what was missed.</summary>
    private static IEnumerable<string> Feedback(SessionItem item, ImmutableArray<int> picked) =>
        item
            .ShownOptions.Select((shown, place) => (shown.Index, shown.Option, Letter: TranscriptText.Letter(place)))
            .Where(shown => shown.Option.Correct || picked.Contains(shown.Index))
            .Where(shown => shown.Option.Feedback.Length > 0)
            .Select(shown => $"{shown.Letter}) {shown.Option.Feedback}");

    private static string Holding(SessionItem item) =>
        KeyLetters(item).ToList() is { Count: > 1 } several
            ? $"{string.Join(", ", several.SkipLast(1))} and {several[^1]} hold"
            : $"Only {KeyLetters(item).Single()} holds";
}
