using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>An answer as a Result tells it.</summary>
/// <param name="Number">The item's number in the transcript.</param>
/// <param name="Item">The item.</param>
/// <param name="Entry">The answer.</param>
internal sealed record ResultLine(int Number, SessionItem Item, HistoryEntry Entry)
{
    /// <summary>Whether it counts as got.</summary>
    public bool IsGot => Entry.Grade.IsGot();

    /// <summary>Sign, number and title.</summary>
    public string Text =>
        $"{(IsGot ? TranscriptText.Right : TranscriptText.Wrong)} {Number} {TranscriptText.Title(Item)}";
}

/// <summary>What stands under Result, without the marks of the server's lines.</summary>
internal static class ResultText
{
    /// <summary>Of a quiz, whose verdicts stand above.</summary>
    public static IEnumerable<string> Quiz(IReadOnlyCollection<ResultLine> answers) =>
        [
            $"You got {answers.Count(a => a.IsGot)} of {answers.Count}.",
            .. answers.Select(a => a.Text),
            .. Certainties(answers),
        ];

    /// <summary>
    /// Of an exam: the verdicts first, so that how it went stands beside the question that follows; then the shares by level
    /// and tag.
    /// </summary>
    /// <param name="rules">The exam's rules.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="items">Number of items that count, answered or not.</param>
    public static IEnumerable<string> Exam(ExamRules rules, IReadOnlyCollection<ResultLine> answers, int items) =>
        [
            .. answers.SelectMany(answer =>
                answer.Entry.Verdict.Select(line => line.Length == 0 ? "" : "  " + line).Prepend(answer.Text).Append("")
            ),
            .. Score(rules, answers, items),
            .. Shares<CardLevel>(
                "level",
                answers,
                card => card.Level is { } level ? [level] : [],
                level => level.Name()
            ),
            .. Shares("tag", answers, card => card.Tags, tag => tag),
            .. Certainties(answers),
        ];

    private static IEnumerable<string> Score(ExamRules rules, IReadOnlyCollection<ResultLine> answers, int items)
    {
        var got = answers.Count(a => a.IsGot);
        var isPassed = got * 100 >= ExamRules.PassPercent * items && items > 0;
        yield return $"You got {Share(got, items)}: "
            + (isPassed ? "passed." : $"not passed, {ExamRules.PassPercent} % is needed.");
        if (answers.Count < items)
        {
            yield return $"{items - answers.Count} not answered.";
        }

        if (rules.LeftOut > 0)
        {
            yield return rules.Omission;
        }
    }

    /// <summary>A line for each level or tag, in its order, below an empty one; nothing where no card has any.</summary>
    private static IEnumerable<string> Shares<T>(
        string what,
        IReadOnlyCollection<ResultLine> answers,
        Func<Card, IEnumerable<T>> of,
        Func<T, string> name
    )
        where T : notnull =>
        Below(
            answers
                .SelectMany(answer => of(answer.Item.Card).Select(one => (One: one, answer.IsGot)))
                .GroupBy(pair => pair.One)
                .OrderBy(group => group.Key)
                .Select(group => $"{what} {name(group.Key)}: {Share(group.Count(pair => pair.IsGot), group.Count())}")
        );

    /// <summary>Whether who was sure was right, and who guessed wrong; nothing where nobody said so.</summary>
    private static IEnumerable<string> Certainties(IReadOnlyCollection<ResultLine> answers)
    {
        var marked = new[] { (Certainty.Sure, "sure"), (Certainty.Guess, "guessed") }
            .Select(pair =>
                (Name: pair.Item2, Of: answers.Where(a => a.Entry.Answer.Help.Certainty == pair.Item1).ToList())
            )
            .Where(pair => pair.Of.Count > 0)
            .Select(pair =>
                $"{pair.Name}: {pair.Of.Count}, {pair.Of.Count(a => a.Entry.Answer.Correct == true)} right"
            );
        var surprises = answers
            .Where(a => a.Entry.Answer.Help.Certainty == Certainty.Sure && !a.IsGot)
            .Select(a => $"{a.Number}")
            .ToList();
        return Below([
            .. new[] { string.Join(" · ", marked) }.Where(line => line.Length > 0),
            .. surprises.Count > 0 ? (IEnumerable<string>)[$"sure and wrong: {string.Join(", ", surprises)}"] : [],
        ]);
    }

    private static IEnumerable<string> Below(IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? some.Prepend("") : [];

    private static string Share(int got, int total) =>
        $"{got} of {total} ({(total == 0 ? 0 : Math.Floor(100.0 * got / total))} %)";
}
