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

    public override string Expected(SessionItem item, OpenItem open) =>
        $"Type a letter from a to {LastLetter(item)}." + Commands(item, open);

    public override Reading GiveUp(SessionItem item, Asking asking) =>
        new Answered(
            ChoiceGrading.GiveUp(new AnswerHelp(asking.Hints)),
            TranscriptText.Quoted($"The answer is {Keys(item)}.", item.Card.Content.Explanation)
        );

    /// <summary>Reads letters as the deck's indices of the options.</summary>
    protected override bool TryParse(SessionItem item, string text, out ImmutableArray<int> answer)
    {
        answer = [];
        if (!HasRightNumber(text) || text.Any(letter => letter < 'a' || letter > LastLetter(item)))
        {
            return false;
        }

        answer = [.. text.Select(letter => item.OptionOrder[letter - 'a'])];
        return answer.Distinct().Count() == answer.Length;
    }

    protected virtual bool HasRightNumber(string letters) => letters.Length == 1;

    protected override Answered Verdict(SessionItem item, ImmutableArray<int> answer, AnswerHelp help)
    {
        var content = (ChoiceContent)item.Card.Content;
        var graded = ChoiceGrading.Pick(content, answer, help);
        var verdict =
            graded.Correct == true
                ? $"{TranscriptText.Right} Right."
                : $"{TranscriptText.Wrong} No, the answer is {Keys(item)}.";
        return new Answered(
            graded,
            TranscriptText.Quoted(Continue(verdict, content.Options[answer[0]].Feedback, content.Explanation))
        );
    }

    protected static char LastLetter(SessionItem item) => TranscriptText.Letter(item.OptionOrder.Length - 1);

    /// <summary>The letters of the options that hold.</summary>
    protected static IEnumerable<char> KeyLetters(SessionItem item) =>
        item
            .ShownOptions.Select((shown, place) => (shown.Option.Correct, Letter: TranscriptText.Letter(place)))
            .Where(option => option.Correct)
            .Select(option => option.Letter);

    /// <summary>A verdict and what is said after it, which goes on in the verdict's line.</summary>
    private static IEnumerable<string> Continue(string verdict, params IEnumerable<string> texts)
    {
        var said = texts.Where(text => text.Length > 0).ToList();
        return said is [var first, .. var rest] && IsProse(first)
            ? rest.Prepend($"{verdict} {first}")
            : said.Prepend(verdict);
    }

    /// <summary>Whether a text can go on in a line: code, lists and quotes cannot.</summary>
    private static bool IsProse(string text) =>
        text[0] is not ('`' or '~' or '-' or '+' or '#' or '>' or '|') || IsCodeSpan(text);

    private static bool IsCodeSpan(string text) => text[0] == '`' && !text.StartsWith("```", StringComparison.Ordinal);

    private static string Keys(SessionItem item) => string.Join(" or ", KeyLetters(item));
}
