using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Transcript;

public class TranscriptPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly ImmutableArray<SessionItem> Items =
    [
        .. TestCards
            .ById.Values.OrderBy(card => card.Id)
            .Select(card => SessionPlan.Item(card, card.Items[0], ItemState.New, seed: 3)),
    ];

    /// <summary>The same as an exam asks them, but for the recall cards.</summary>
    private static readonly ImmutableArray<SessionItem> ExamItems = Examined(TestCards.ById.Values, seed: 3);

    private static readonly Gen<string> AnyLine = Gen.OneOf(
        Gen.Elements([
            "",
            "",
            "",
            "?",
            "??",
            ":?",
            ":??",
            ":done",
            "!u",
            "!b",
            "!s",
            "!q",
            "!1",
            "!2",
            "!3",
            "!4",
            "1",
            "2",
            "3",
            "4",
            "a",
            "b",
            "c",
            "ab",
            "ace",
            "b?",
            "c!",
            "t",
            "f",
            "true",
            "+1",
            "-1 +2",
            "+99999999999999999999",
            "again",
            "!1 a",
            ":!2 b!",
            "!3",
            ":!4 some words",
            "!99999999999 x",
            "y",
            "n",
            "the master pre-forks workers",
            "> quoted",
            "→ arrow",
            "## 1 · heading",
            "\t",
            "\r",
            "\0",
            "é\ud800",
        ]),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
    );

    private static readonly Arbitrary<string[]> AnyLines = AnyLine.ArrayOf().ToArbitrary();

    /// <summary>Lines that reveal and grade, or take back.</summary>
    private static readonly Arbitrary<string[][]> Grading = Gen.Elements<string[]>([
            ["", "1"],
            ["", "2"],
            ["", "3"],
            ["!u"],
            ["!u", "!u"],
            ["!1"],
            ["!3"],
            ["!b"],
        ])
        .ArrayOf()
        .ToArbitrary();

    private static readonly ImmutableArray<SessionItem> Few =
    [
        .. "123".Select(id => Alone(TestCards.Make($"{id}", TestCards.ById["meaning"].Content))[0]),
    ];

    [Fact]
    public void Any_lines_are_taken() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    PlayBoth(Items, lines)
                        .Concat(PlayBoth(Few, lines))
                        .Concat(Play(ExamItems, lines))
                        .All(step => step.Warning is null || (step.Lines.IsEmpty && step.Effects.IsEmpty))
            )
            .Check(Config);

    [Fact]
    public void A_transcript_is_at_the_result_or_ends_with_an_ask_line() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    PlayBoth(Items, lines)
                        .Concat(PlayBoth(Few, lines))
                        .Concat(Play(ExamItems, lines))
                        .Where(step => !step.Lines.IsEmpty)
                        .All(step =>
                            step.Lines[^1].StartsWith("→ ", StringComparison.Ordinal)
                            && step.State.IsFinished == (step.Lines[^1] == TranscriptMachine.FinishedLine)
                        )
            )
            .Check(Config);

    [Fact]
    public void The_result_counts_the_grades_that_stand() =>
        Prop.ForAll(AnyLines, lines => CountsWhatStands(Play(Items, lines))).Check(Config);

    /// <summary>Few items and many grades, so that much comes back, and is taken back.</summary>
    [Fact]
    public void The_result_counts_the_first_grade_of_what_came_back() =>
        Prop.ForAll(
                Grading,
                moves => CountsWhatStands(Play(Few, [.. moves.SelectMany(lines => lines), "!q"], new Steps()))
            )
            .Check(Config.WithMaxTest(2000));

    private static bool CountsWhatStands(IEnumerable<TranscriptStep> steps)
    {
        var answers = new Dictionary<int, (string Item, Grade Grade)>();
        foreach (var step in steps)
        {
            foreach (var effect in step.Effects)
            {
                Apply(effect, answers);
            }

            if (step.State.IsFinished && step.Lines.Contains("## Result"))
            {
                var grades = answers
                    .OrderBy(answer => answer.Key)
                    .DistinctBy(answer => answer.Value.Item)
                    .Select(answer => answer.Value.Grade)
                    .ToList();
                var got = grades.Count(grade => grade != Grade.Again);
                var result = step.Lines.SkipWhile(line => line != "## Result").ToList();
                return result.Contains($"> You got {got} of {grades.Count}.")
                    && got == result.Count(line => line.StartsWith("> ✓ ", StringComparison.Ordinal))
                    && grades.Count - got == result.Count(line => line.StartsWith("> ✗ ", StringComparison.Ordinal));
            }
        }

        return true;
    }

    /// <summary>An exam answers a line by what is the same for right and wrong: nothing can be told from it before the end.</summary>
    [Fact]
    public void Until_its_end_an_exam_looks_like_one_with_other_answers() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    Play(Examined(Secret.Cards, seed: 5), lines)
                        .Zip(Play(Examined(Secret.Twins, seed: 5), lines))
                        .TakeWhile(steps => !steps.First.Lines.Contains("## Result"))
                        .All(steps =>
                            steps.First.Lines.SequenceEqual(steps.Second.Lines)
                            && steps.First.Warning == steps.Second.Warning
                            && !steps.First.Lines.Any(line =>
                                line.Contains("secret-", StringComparison.Ordinal)
                                || line.Contains("hint-", StringComparison.Ordinal)
                            )
                        )
            )
            .Check(Config);

    [Fact]
    public void What_an_exam_missed_is_what_its_last_answers_say() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                {
                    var answers = new Dictionary<int, (string Item, Grade Grade)>();
                    foreach (var step in Play(ExamItems, lines))
                    {
                        foreach (var effect in step.Effects)
                        {
                            Apply(effect, answers);
                        }

                        if (step.Lines.Contains("## Result"))
                        {
                            var missed = answers.Values.Count(answer => answer.Grade == Grade.Again);
                            return answers.Values.DistinctBy(answer => answer.Item).Count() == answers.Count
                                && step.Lines.Contains($"→ {missed} missed: due today? y n") == (missed > 0)
                                && missed
                                    == step.Lines.Count(line => line.StartsWith("> ✗ ", StringComparison.Ordinal));
                        }
                    }

                    return true;
                }
            )
            .Check(Config);

    /// <summary>Each text that is hidden at first has a mark that occurs nowhere else.</summary>
    [Fact]
    public void Nothing_is_shown_before_it_is_revealed() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                {
                    var items = Secret
                        .Cards.Select(card => SessionPlan.Item(card, "", ItemState.New, seed: 5))
                        .ToImmutableArray();
                    var state = default(TranscriptState);
                    var opened = new HashSet<string>();
                    foreach (var (line, step) in lines.Prepend("").Zip(Play(items, lines)))
                    {
                        // The item that was open before this line may be revealed by it; a later one may not.
                        if (state?.Current is { } answered)
                        {
                            opened.Add(answered.Card.Id);
                        }

                        var shown = string.Join('\n', step.Lines) + step.Warning;
                        if (Secret.Cards.Any(card => !opened.Contains(card.Id) && shown.Contains($"secret-{card.Id}")))
                        {
                            return false;
                        }

                        if (line == "?" && shown.Contains("secret-", StringComparison.Ordinal))
                        {
                            return false;
                        }

                        state = step.State;
                    }

                    return true;
                }
            )
            .Check(Config);

    /// <summary>Which option is the key has no mark: two cards that differ in what is hidden only must look the same.</summary>
    [Fact]
    public void Until_it_is_revealed_a_card_looks_like_one_with_another_answer() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    Secret
                        .Cards.Zip(Secret.Twins)
                        .All(pair =>
                            Play(Alone(pair.First), lines)
                                .Zip(Play(Alone(pair.Second), lines))
                                .TakeWhile(steps => !(Reveals(steps.First) && Reveals(steps.Second)))
                                .All(steps =>
                                    steps.First.Lines.SequenceEqual(steps.Second.Lines)
                                    && steps.First.Warning == steps.Second.Warning
                                )
                        )
            )
            .Check(Config);

    [Fact]
    public void Hints_come_one_at_a_time()
    {
        foreach (var card in Secret.Cards)
        {
            var steps = Play(Alone(card), ["?", "?", "?"]).Select(step => string.Join('\n', step.Lines)).ToList();

            Assert.DoesNotContain("hint-", steps[0], StringComparison.Ordinal);
            Assert.Contains("hint-one", steps[1], StringComparison.Ordinal);
            Assert.DoesNotContain("hint-two", steps[1], StringComparison.Ordinal);
            Assert.Contains(" · ? hint", steps[1], StringComparison.Ordinal);
            Assert.Contains("hint-two", steps[2], StringComparison.Ordinal);
            Assert.DoesNotContain(" · ? hint", steps[2], StringComparison.Ordinal);
            Assert.Empty(steps[3]);
            Assert.All(steps, step => Assert.DoesNotContain("secret-", step, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<TranscriptStep> Play(ImmutableArray<SessionItem> items, IEnumerable<string> lines) =>
        Play(items, lines, NoSchedule.Instance);

    /// <summary>The same where what is missed or hard comes back, and where nothing does.</summary>
    private static IEnumerable<TranscriptStep> PlayBoth(ImmutableArray<SessionItem> items, IEnumerable<string> lines) =>
        Play(items, lines).Concat(Play(items, lines, new Steps()));

    private static IEnumerable<TranscriptStep> Play(
        ImmutableArray<SessionItem> items,
        IEnumerable<string> lines,
        IStudyView view
    )
    {
        var step = TranscriptMachine.Start(items, "Anything", view);
        yield return step;
        foreach (var line in lines)
        {
            step = TranscriptMachine.Step(step.State, line, view);
            yield return step;
        }
    }

    /// <summary>A world in which two grades bring an item back, each after a time of its own; each look takes some.</summary>
    private sealed class Steps : IStudyView
    {
        private long _now;

        public long Now => _now += 20_000;

        public TimeSpan? Wait(SessionItem item, Grade grade) =>
            grade switch
            {
                Grade.Again => TimeSpan.FromMinutes(10),
                Grade.Hard => TimeSpan.FromMinutes(15),
                _ => TimeSpan.FromDays(1),
            };

        public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => Wait(item, grade);
    }

    private static void Apply(TranscriptEffect effect, Dictionary<int, (string Item, Grade Grade)> answers)
    {
        switch (effect)
        {
            case AnswerGraded graded:
                answers.Remove(graded.Replaces ?? 0);
                answers.Add(graded.Number, (graded.Item.Key, graded.Answer.Grade));
                break;
            case AnswerUndone undone:
                answers.Remove(undone.Number);
                break;
            case AnswerRegraded regraded:
                answers[regraded.Number] = answers[regraded.Number] with { Grade = regraded.Grade };
                break;
        }
    }

    private static ImmutableArray<SessionItem> Examined(IEnumerable<Card> cards, int seed) =>
        [
            .. cards
                .Where(card => card.Kind != CardKind.Recall)
                .OrderBy(card => card.Id)
                .Select(card => SessionPlan.Item(card, card.Items[0], ItemState.New, seed, StudyMode.Exam)),
        ];

    private static ImmutableArray<SessionItem> Alone(Card card) => [SessionPlan.Item(card, "", ItemState.New, seed: 5)];

    private static bool Reveals(TranscriptStep step) =>
        !step.Effects.IsEmpty
        || (!step.Lines.IsEmpty && step.Lines[^1].StartsWith("→ how well?", StringComparison.Ordinal));

    private static class Secret
    {
        private static readonly ImmutableArray<string> Hints = ["hint-one", "hint-two"];

        public static ImmutableArray<Card> Cards { get; } = Make("secret", firstHolds: true);

        /// <summary>The same questions with other answers.</summary>
        public static ImmutableArray<Card> Twins { get; } = Make("other", firstHolds: false);

        private static ImmutableArray<Card> Make(string mark, bool firstHolds) =>
            [
                TestCards.Make(
                    "recall",
                    new RecallContent
                    {
                        Prompt = "p",
                        Title = "p",
                        Body = mark + "-recall",
                        Explanation = mark + "-recall",
                        Hints = Hints,
                    }
                ),
                TestCards.Make("choice", Options(mark + "-choice", isMulti: false, firstHolds)),
                TestCards.Make("multi", Options(mark + "-multi", isMulti: true, firstHolds)),
                TestCards.Make(
                    "truth",
                    new TrueFalseContent
                    {
                        Prompt = "p",
                        Title = "p",
                        IsTrue = firstHolds,
                        Explanation = mark + "-truth",
                        Hints = Hints,
                    }
                ),
                TestCards.Make(
                    "explain",
                    new ExplainContent
                    {
                        Prompt = "p",
                        Title = "p",
                        Concepts = [.. Enumerable.Repeat(TestCards.Concept(mark + "-explain", []), firstHolds ? 1 : 3)],
                        ModelAnswer = mark + "-explain",
                        Explanation = mark + "-explain",
                        Hints = Hints,
                    }
                ),
            ];

        private static ChoiceContent Options(string mark, bool isMulti, bool firstHolds) =>
            new()
            {
                Prompt = "p",
                Title = "p",
                IsMulti = isMulti,
                Options =
                [
                    new Option("one", firstHolds, mark),
                    new Option("two", !firstHolds, mark),
                    new Option("three", isMulti && !firstHolds, ""),
                ],
                Explanation = mark,
                Hints = Hints,
            };
    }
}
