using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Options of which one is picked by its letter.</summary>
internal class ChoiceAsker : OneLineAsker<ImmutableArray<int>>
{
    protected override string What => "a letter";

    public override IEnumerable<string> Body(SessionItem item) =>
        item.ShownOptions.SelectMany((shown, place) => TranscriptText.OptionLines(shown.Option, place));

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type a letter from a to {LastLetter(item)}. {Commands(item, open)}";

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(
            GradedAnswer.GaveUp(asking.Help),
            TranscriptText.Told($"The answer is {Keys(item)}.", item.Card.Content.Explanation)
        );

    /// <summary>Reads letters as the deck's indices of the options.</summary>
    protected override bool TryParse(SessionItem item, string text, out ImmutableArray<int> answer)
    {
        answer = [];
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != ','));
        if (!HasRightNumber(text) || text.Any(letter => letter < 'a' || letter > LastLetter(item)))
        {
            return false;
        }

        answer = [.. text.Select(letter => item.ShownOrder[letter - 'a'])];
        return answer.Distinct().Count() == answer.Length;
    }

    protected virtual bool HasRightNumber(string letters) => letters.Length == 1;

    protected override Answered Verdict(SessionItem item, ImmutableArray<int> answer, AnswerHelp help)
    {
        var content = (ChoiceContent)item.Card.Content;
        var graded = ChoiceGrading.Pick(content, answer, help);
        return new Answered(graded, TranscriptText.Quoted(Said(item, graded, content.Options[answer[0]].Feedback)));
    }

    protected static char LastLetter(SessionItem item) => TranscriptText.Letter(item.ShownOrder.Length - 1);

    /// <summary>The letters of the options that hold.</summary>
    protected static IEnumerable<char> KeyLetters(SessionItem item) =>
        item
            .ShownOptions.Select((shown, place) => (shown.Option.Correct, Letter: TranscriptText.Letter(place)))
            .Where(option => option.Correct)
            .Select(option => option.Letter);

    /// <summary>
    /// The verdict with the picked option's feedback, then the explanation; the right answer stands between them, lest it
    /// seems to be what the feedback is about.
    /// </summary>
    private static IEnumerable<string> Said(SessionItem item, GradedAnswer graded, string feedback)
    {
        var explanation = item.Card.Content.Explanation;
        return (graded.Correct, feedback) switch
        {
            (true, "") => TranscriptText.Continue($"{TranscriptText.Right} Right.", explanation),
            (true, _) => [.. TranscriptText.Continue($"{TranscriptText.Right} Right.", feedback), explanation],
            (_, "") => TranscriptText.Continue($"{TranscriptText.Wrong} No, the answer is {Keys(item)}.", explanation),
            _ =>
            [
                .. TranscriptText.Continue($"{TranscriptText.Wrong} No.", feedback),
                .. TranscriptText.Continue($"The answer is {Keys(item)}.", explanation),
            ],
        };
    }

    private static string Keys(SessionItem item) => string.Join(" or ", KeyLetters(item));
}
