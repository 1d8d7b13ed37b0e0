using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Transcript;

public class TranscriptPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly ImmutableArray<SessionItem> Items =
    [
        .. TestCards.ById.Values.OrderBy(card => card.Id).Select(card => SessionPlan.Item(card, default, seed: 3)),
    ];

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

    [Fact]
    public void Any_lines_are_taken() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    Play(Items, lines).All(step => step.Warning is null || (step.Lines.IsEmpty && step.Effects.IsEmpty))
            )
            .Check(Config);

    [Fact]
    public void A_transcript_is_at_the_result_or_ends_with_an_ask_line() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                    Play(Items, lines)
                        .Where(step => !step.Lines.IsEmpty)
                        .All(step =>
                            step.Lines[^1].StartsWith("→ ", StringComparison.Ordinal)
                            && step.State.IsFinished == (step.Lines[^1] == TranscriptMachine.FinishedLine)
                        )
            )
            .Check(Config);

    [Fact]
    public void The_result_counts_the_grades_that_stand() =>
        Prop.ForAll(
                AnyLines,
                lines =>
                {
                    var grades = new Dictionary<int, Grade>();
                    foreach (var step in Play(Items, lines))
                    {
                        foreach (var effect in step.Effects)
                        {
                            Apply(effect, grades);
                        }

                        if (step.State.IsFinished && step.Lines.Contains("## Result"))
                        {
                            var got = grades.Values.Count(grade => grade != Grade.Again);
                            var result = step.Lines.SkipWhile(line => line != "## Result").ToList();
                            return result.Contains($"> You got {got} of {grades.Count}.")
                                && got == result.Count(line => line.StartsWith("> ✓ ", StringComparison.Ordinal))
                                && grades.Count - got
                                    == result.Count(line => line.StartsWith("> ✗ ", StringComparison.Ordinal));
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
                        .Cards.Select(card => SessionPlan.Item(card, default, seed: 5))
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

    [Fact]
    public void Refused_lines_reveal_nothing()
    {
        foreach (var card in Secret.Cards)
        {
            var items = ImmutableArray.Create(SessionPlan.Item(card, default, seed: 5));
            var steps = Play(items, ["zzz?", "9", "!u", "!1", ":x"]);

            Assert.All(
                steps.SelectMany(step => step.Lines.Append(step.Warning ?? "")),
                line => Assert.DoesNotContain("secret-", line, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Hints_come_one_at_a_time()
    {
        foreach (var card in Secret.Cards)
        {
            var items = ImmutableArray.Create(SessionPlan.Item(card, default, seed: 5));
            var steps = Play(items, ["?", "?", "?"]).Select(step => string.Join('\n', step.Lines)).ToList();

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

    private static IEnumerable<TranscriptStep> Play(ImmutableArray<SessionItem> items, IEnumerable<string> lines)
    {
        var step = TranscriptMachine.Start(items, "Anything");
        yield return step;
        foreach (var line in lines)
        {
            step = TranscriptMachine.Step(step.State, line);
            yield return step;
        }
    }

    private static void Apply(TranscriptEffect effect, Dictionary<int, Grade> grades)
    {
        switch (effect)
        {
            case AnswerGraded graded:
                grades.Add(graded.Number, graded.Answer.Grade);
                break;
            case AnswerUndone undone:
                grades.Remove(undone.Number);
                break;
            case AnswerRegraded regraded:
                grades[regraded.Number] = regraded.Grade;
                break;
        }
    }

    private static class Secret
    {
        private static readonly ImmutableArray<string> Hints = ["hint-one", "hint-two"];

        public static ImmutableArray<Card> Cards { get; } =
        [
            TestCards.Make(
                "recall",
                new RecallContent
                {
                    Prompt = "p",
                    Title = "p",
                    Body = "secret-recall",
                    Explanation = "secret-recall",
                    Hints = Hints,
                }
            ),
            TestCards.Make("choice", Options("choice", isMulti: false)),
            TestCards.Make("multi", Options("multi", isMulti: true)),
            TestCards.Make(
                "truth",
                new TrueFalseContent
                {
                    Prompt = "p",
                    Title = "p",
                    IsTrue = true,
                    Explanation = "secret-truth",
                    Hints = Hints,
                }
            ),
            TestCards.Make(
                "explain",
                new ExplainContent
                {
                    Prompt = "p",
                    Title = "p",
                    Concepts =
                    [
                        TestCards.Concept(
                            "secret-explain **x**",
                            [
                                ["x"],
                            ]
                        ),
                    ],
                    ModelAnswer = "secret-explain",
                    Explanation = "secret-explain",
                    Hints = Hints,
                }
            ),
        ];

        private static ChoiceContent Options(string id, bool isMulti) =>
            new()
            {
                Prompt = "p",
                Title = "p",
                IsMulti = isMulti,
                Options = [new Option("one", true, $"secret-{id}"), new Option("two", false, $"secret-{id}")],
                Explanation = $"secret-{id}",
                Hints = Hints,
            };
    }
}
