using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Quiz;

/// <summary>Asks one item by buttons.</summary>
/// <param name="dialog">The way to the person.</param>
/// <param name="item">The item.</param>
/// <param name="progress">Stands before its question.</param>
/// <param name="scale">What the grades are called.</param>
/// <param name="wait">How long the item would wait after a grade; null where nothing changes.</param>
internal sealed class QuestionAsker(
    QuizDialog dialog,
    SessionItem item,
    string progress,
    GradeScale scale,
    Func<Grade, TimeSpan?> wait
)
{
    private const string Hint = "Hint";
    private const string ShowAnswer = "Show answer";
    private const string Done = "Done";

    // On one line with what is asked of it.
    private const int LongestReminder = 48;

    private int hints;

    /// <summary>Asks; null where the person went away.</summary>
    public Task<GradedAnswer?> AskAsync() =>
        item.Card.Content switch
        {
            ChoiceContent { IsMulti: false } choice => ChoiceAsync(choice),
            ChoiceContent multi => MultiAsync(multi),
            TrueFalseContent statement => TrueFalseAsync(statement),
            ExplainContent explain => ExplainAsync(explain),
            _ => RecallAsync(),
        };

    private async Task<GradedAnswer?> ChoiceAsync(ChoiceContent choice)
    {
        var shown = item.ShownOptions.ToList();
        var buttons = dialog.Buttons(shown.Select(o => o.Option.Text), ShowAnswer, Hint);
        if (await PromptAsync([buttons.Legend], [.. buttons.Titles, ShowAnswer]) is not { } pressed)
        {
            return null;
        }

        var keys = string.Join(" / ", choice.Options.Where(o => o.Correct).Select(o => PlainLine.Button(o.Text)));
        var place = buttons.Titles.IndexOf(pressed);
        if (place < 0)
        {
            dialog.Say($"The answer: {keys}");
            Explain(choice);
            return GradedAnswer.GaveUp(new AnswerHelp(hints));
        }

        var (index, option) = shown[place];
        var graded = ChoiceGrading.Pick(choice, [index], new AnswerHelp(hints));
        dialog.Say(Verdict(graded, $"The answer: {keys}"));
        if (option.Feedback.Length > 0)
        {
            dialog.Say(PlainLine.Text(option.Feedback));
        }

        Explain(choice);
        return graded;
    }

    private async Task<GradedAnswer?> MultiAsync(ChoiceContent multi)
    {
        var shown = item.ShownOptions.ToList();
        var buttons = dialog.Buttons(shown.Select(o => o.Option.Text));
        if (await TickAsync("Pick all that hold, then Done.", buttons) is not { } ticked)
        {
            return null;
        }

        var picked = ticked.Select(place => shown[place].Index).ToImmutableArray();
        var graded = ChoiceGrading.Pick(multi, picked, new AnswerHelp(hints));
        var keys = string.Join("; ", multi.Options.Where(o => o.Correct).Select(o => PlainLine.Button(o.Text)));
        dialog.Say(Verdict(graded, $"These hold: {keys}"));
        Explain(multi);
        return graded;
    }

    private async Task<GradedAnswer?> TrueFalseAsync(TrueFalseContent statement)
    {
        if (await PromptAsync([], ["True", "False", ShowAnswer]) is not { } pressed)
        {
            return null;
        }

        var help = new AnswerHelp(hints);
        var graded =
            pressed == ShowAnswer
                ? GradedAnswer.GaveUp(help)
                : TrueFalseGrading.Judge(statement, pressed == "True", item.IsNew, help);
        dialog.Say(Verdict(graded, statement.IsTrue ? "It is true." : "It is false."));
        Explain(statement);
        return graded;
    }

    private async Task<GradedAnswer?> RecallAsync()
    {
        if (await PromptAsync([], [ShowAnswer]) is null)
        {
            return null;
        }

        dialog.Say(PlainLine.Text(item.Answer));
        Explain(item.Card.Content);
        return await GradeAsync(null) is { } grade ? RecallGrading.SelfGrade(grade, "", new AnswerHelp(hints)) : null;
    }

    private async Task<GradedAnswer?> ExplainAsync(ExplainContent explain)
    {
        if (await PromptAsync(["Explain it aloud or in your head first."], [ShowAnswer]) is null)
        {
            return null;
        }

        if (explain.ModelAnswer.Length > 0)
        {
            dialog.Say(PlainLine.Text(explain.ModelAnswer));
        }

        var buttons = dialog.Buttons(explain.Concepts.Select(c => c.Text));
        if (await TickAsync("Pick the concepts that you covered, then Done.", buttons) is not { } ticked)
        {
            return null;
        }

        var report = ExplainGrading.Examine(item.Card, "", KnownWords.None);
        report = ticked.Aggregate(report, (r, index) => r.With(index, said: true));
        dialog.Say($"You got {report.Found} of {report.Total} concepts.");
        Explain(explain);
        var help = new AnswerHelp(hints);
        return await GradeAsync(ExplainGrading.Suggest(report, help)) is { } grade
            ? ExplainGrading.SelfGrade(grade, report, "", help)
            : null;
    }

    /// <summary>Asks the question with a button for the next hint, until another one is pressed.</summary>
    private async Task<string?> PromptAsync(IReadOnlyList<string> more, ImmutableArray<string> buttons)
    {
        var content = item.Card.Content;
        string[] question = [progress + PlainLine.Text(item.Prompt), .. more];
        while (true)
        {
            var isHintLeft = hints < content.Hints.Length;
            var pressed = await dialog.AskAsync(question, isHintLeft ? [.. buttons, Hint] : buttons);
            if (pressed != Hint || !isHintLeft)
            {
                return pressed;
            }

            dialog.Say("Hint: " + PlainLine.Text(content.Hints[hints++]));
        }
    }

    /// <summary>Lets the person tick any number of things; null where they went away.</summary>
    private async Task<ImmutableSortedSet<int>?> TickAsync(string instruction, QuizButtons things)
    {
        var ticked = ImmutableSortedSet<int>.Empty;
        while (true)
        {
            var titles = things
                .Titles.Select((title, place) => (ticked.Contains(place) ? "☑ " : "☐ ") + title)
                .ToList();
            var pressed = await PromptAsync([instruction, things.Legend], [.. titles, Done]);
            if (pressed is null or Done)
            {
                return pressed is null ? null : ticked;
            }

            var place = titles.IndexOf(pressed);
            ticked = ticked.SymmetricExcept([place]);
        }
    }

    private async Task<Grade?> GradeAsync(Grade? suggested)
    {
        var grades = dialog.TakesFirst ? UsualFirst(suggested) : [.. scale.Grades];
        var titles = grades.Select(grade => Title(grade, scale.IsSuggested(grade, suggested))).ToList();
        var question = dialog.TakesFirst ? $"How well did you know \"{FirstWords()}\"?" : "How well did you know it?";
        if (dialog.TakesFirst && suggested is { } one)
        {
            question += $" Suggested: {scale.NameOf(one)}.";
        }

        var pressed = await dialog.AskAsync([question], titles);
        return pressed is null || titles.IndexOf(pressed) is not (>= 0 and var place) ? null : grades[place];
    }

    /// <summary>Who presses Enter gives the grade that is suggested, or else the usual one: never a miss by mistake.</summary>
    private ImmutableArray<Grade> UsualFirst(Grade? suggested) =>
        [.. scale.Grades.OrderBy(grade => !scale.IsSuggested(grade, suggested ?? Grade.Good))];

    /// <summary>What is said once the answer is revealed.</summary>
    private void Explain(CardContent content)
    {
        if (content.Explanation.Length > 0)
        {
            dialog.Say(PlainLine.Text(content.Explanation));
        }

        if (AnswerText.Changed(item) is { } changed)
        {
            dialog.Say(PlainLine.Text(changed));
        }
    }

    private static string Verdict(GradedAnswer graded, string answer) =>
        graded.Correct == true ? "Right." : "Not quite. " + answer;

    private string Title(Grade grade, bool isSuggested)
    {
        // Brackets are what buttons that are cut off have no room for; the first one is the suggested one there.
        var title = dialog.TakesFirst
            ? scale.NameOf(grade) + (wait(grade) is { } time ? " " + WaitText.Of(time) : "")
            : scale.Offer(grade, wait(grade), isSuggested);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>What was asked, which a box with a long answer would let forget.</summary>
    private string FirstWords() => ShortLine.Of(PlainLine.Button(item.Prompt), LongestReminder);
}
