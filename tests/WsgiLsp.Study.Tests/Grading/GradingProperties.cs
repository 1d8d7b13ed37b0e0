using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class GradingProperties
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements([
                "1,000",
                "3.10",
                "-",
                ".",
                " ",
                "\u00a0",
                "ms",
                "NaN",
                "1e999",
                "gunicorn",
                "pre-fork",
                "encryption",
                "`",
                "**",
                "\\",
                "é",
                "\u0301",
                "ß",
                "\ud800",
                "’",
                "-w",
                "a",
            ])
            .ArrayOf()
            .Select(string.Concat)
    );

    private static readonly Gen<AnswerComparison> AnyComparison =
        from match in Gen.Elements<TypedMatch?>(null, TypedMatch.Exact, TypedMatch.IgnoreCase, TypedMatch.Number)
        from tolerance in Gen.Elements<double?>(null, 0, 0.5, 1e300, double.PositiveInfinity)
        select new AnswerComparison(match, tolerance, TestCards.WordsOf("gunicorn fork"));

    internal static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60);

    [Fact]
    public void Any_line_gets_a_grade_and_the_answer_itself_is_right() =>
        Prop.ForAll(
                Gen.Zip(Gen.Zip(AnyText, AnyText), AnyComparison).ToArbitrary(),
                given =>
                {
                    var ((line, accepted), comparison) = given;
                    var finding = comparison.Examine(line, [accepted, line + accepted]);
                    return finding.Given == line
                        && TypedGrading.Grade(finding, default).Grade != Grade.Easy
                        && comparison.Examine(accepted, [line + "x" + accepted, accepted]).Verdict
                            == AnswerVerdict.Right
                        && comparison.Examine($" {accepted}\t", [accepted]).Verdict == AnswerVerdict.Right;
                }
            )
            .Check(Config);

    [Fact]
    public void Any_blank_takes_any_line() =>
        Prop.ForAll(
                Gen.Zip(Gen.Zip(AnyText, AnyText), Gen.Zip(AnyText, AnyComparison)).ToArbitrary(),
                given =>
                {
                    var ((before, answer), (line, comparison)) = given;
                    var content = new ClozeContent
                    {
                        Prompt = "p",
                        Title = "p",
                        Text = before + "{{" + answer + "}}",
                        Clozes = [new Cloze("c1", answer, "", before.Length, answer.Length + 4)],
                    };
                    var finding = ClozeGrading.Examine(content, content.Clozes[0], line, comparison);
                    return ClozeGrading.Grade([finding], default).Parts == new PartMarks(finding.IsRight ? 1 : 0, 1);
                }
            )
            .Check(Config);

    [Fact]
    public void A_swap_in_a_word_of_twelve_letters_is_almost_right() =>
        Prop.ForAll(
                Gen.Zip(Gen.Choose('a', 'z').Select(c => (char)c).ArrayOf(12), Gen.Choose(2, 10)).ToArbitrary(),
                given =>
                {
                    var (letters, at) = given;
                    var typed = letters.ToArray();
                    (typed[at], typed[at + 1]) = (typed[at + 1], typed[at]);
                    var verdict = new AnswerComparison(null, null, KnownWords.None)
                        .Examine(new string(typed), [new string(letters)])
                        .Verdict;
                    return verdict == (typed[at] == typed[at + 1] ? AnswerVerdict.Right : AnswerVerdict.Almost);
                }
            )
            .Check(Config);

    [Fact]
    public void Help_never_makes_a_grade_better() =>
        Prop.ForAll(
                Gen.Zip(
                        Gen.Elements(AnswerVerdict.Wrong, AnswerVerdict.Almost, AnswerVerdict.Right)
                            .NonEmptyListOf()
                            .Select(list => list.ToImmutableArray()),
                        Gen.Choose(0, 3)
                    )
                    .ToArbitrary(),
                given =>
                {
                    var (verdicts, hints) = given;
                    ImmutableArray<AnswerFinding> findings =
                    [
                        .. verdicts.Select(verdict => new AnswerFinding("", verdict, "x")),
                    ];
                    Grade With(int hints, Certainty? certainty) =>
                        ClozeGrading.Grade(findings, new AnswerHelp(hints, certainty)).Grade;
                    return With(hints + 1, null) <= With(hints, null)
                        && With(hints, Certainty.Guess) <= With(hints, null)
                        && With(hints, Certainty.Sure) == With(hints, null);
                }
            )
            .Check(Config);

    [Fact]
    public void Fewer_slips_never_make_an_order_worse() =>
        Prop.ForAll(
                Gen.Choose(1, 8).SelectMany(count => Gen.Shuffle(Enumerable.Range(0, count).ToArray())).ToArbitrary(),
                order =>
                {
                    var content = new OrderContent
                    {
                        Prompt = "p",
                        Title = "p",
                        Body = "",
                        Items = [.. order.Order().Select(item => $"{item}")],
                    };
                    var answer = OrderGrading.Arrange(content, [.. order], default);
                    var right = OrderGrading.Arrange(content, [.. order.Order()], default);
                    return answer.Grade <= right.Grade
                        && right is { Grade: Grade.Good, Correct: true }
                        && answer.Parts is { Got: >= 1 } parts
                        && parts.Total == order.Length
                        && parts.IsFull == answer.Correct;
                }
            )
            .Check(Config);
}
