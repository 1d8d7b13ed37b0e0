using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class ClozeGradingTests
{
    private static readonly AnswerComparison ByLook = new(null, null, KnownWords.None);

    [Theory]
    [InlineData("The {{arbiter}} forks", "arbitre", AnswerVerdict.Almost)]
    [InlineData("The {{**arbiter**}} forks", "Arbiter", AnswerVerdict.Right)]
    [InlineData("The {{_arbiter_}} forks", "arbitre", AnswerVerdict.Almost)]
    [InlineData(@"The {{arbiter \*}} forks", "arbiter *", AnswerVerdict.Right)]
    [InlineData("The {{`arbiter`}} forks", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("The {{`arbiter`}} forks", "arbiter", AnswerVerdict.Right)]
    [InlineData("The {{`arbiter`}} forks", "`arbiter`", AnswerVerdict.Right)]
    [InlineData("The {{`arbiter`}} forks", "Arbiter", AnswerVerdict.Wrong)]
    [InlineData("The {{the `arbiter` class}} forks", "the arbiter class", AnswerVerdict.Right)]
    [InlineData("The {{the `arbiter` class}} forks", "the arbitre class", AnswerVerdict.Wrong)]
    [InlineData("`call({{arbiter}})`", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("`call` {{arbiter}} `x`", "arbitre", AnswerVerdict.Almost)]
    [InlineData("a ` stray {{arbiter}}", "arbitre", AnswerVerdict.Almost)]
    [InlineData("``a ` b {{arbiter}}``", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("``a ``` b {{arbiter}}``", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("a ~~~ b {{arbiter}}", "arbitre", AnswerVerdict.Almost)]
    [InlineData("p\n\n```python\ncall({{arbiter}})\n```", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("p\n\n~~~\ncall({{arbiter}})", "arbitre", AnswerVerdict.Wrong)]
    [InlineData("p\n\n```python\ncall()\n```\n\n{{arbiter}}", "arbitre", AnswerVerdict.Almost)]
    [InlineData("Port {{8000}}", "8,000", AnswerVerdict.Right)]
    [InlineData("Port {{8000}}", "800", AnswerVerdict.Wrong)]
    [InlineData("Waits {{30 s}}", "30 ms", AnswerVerdict.Wrong)]
    public void A_blank_is_compared_by_what_stands_in_it(string text, string line, AnswerVerdict verdict)
    {
        var content = Content(text);

        Assert.Equal(verdict, ClozeGrading.Examine(content, Assert.Single(content.Clozes), line, ByLook).Verdict);
    }

    [Theory]
    [InlineData("worker|arbiter|sync", 0, Grade.Good, 3, true)]
    [InlineData("woker|arbiter|SYNC", 0, Grade.Hard, 3, true)]
    [InlineData("worker|arbiter|sync", 1, Grade.Hard, 3, true)]
    [InlineData("worker|master|sync", 0, Grade.Again, 2, false)]
    [InlineData("woker|master|", 0, Grade.Again, 1, false)]
    [InlineData("||", 0, Grade.Again, 0, false)]
    public void Any_wrong_blank_is_again_with_part_marks(string lines, int hints, Grade grade, int got, bool correct)
    {
        var content = Content("A {{worker}}, an {{arbiter}} and {{sync}}");
        ImmutableArray<AnswerFinding> findings =
        [
            .. content.Clozes.Zip(
                lines.Split('|'),
                (blank, line) => ClozeGrading.Examine(content, blank, line, ByLook)
            ),
        ];

        var answer = ClozeGrading.Grade(findings, new AnswerHelp(hints));

        Assert.Equal(
            (grade, new PartMarks(got, 3), correct, lines.Replace('|', '\n')),
            (answer.Grade, answer.Parts, answer.Correct, answer.Given)
        );
    }

    [Fact]
    public void Blanks_with_one_number_are_asked_together()
    {
        var content = Content("{{one}} {{two}} {{three}}");
        content = content with
        {
            Clozes =
            [
                content.Clozes[0],
                content.Clozes[1] with
                {
                    Item = "c1",
                },
                content.Clozes[2] with
                {
                    Item = "c1",
                },
            ],
        };

        Assert.Equal(["two", "three"], ClozeGrading.Blanks(content, "c1").Select(blank => blank.Answer));
    }

    /// <summary>A cloze card of a text whose blanks are in double braces.</summary>
    private static ClozeContent Content(string text)
    {
        var clozes = ImmutableArray.CreateBuilder<Cloze>();
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; )
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal) + 2;
            var answer = text[(at + 2)..(end - 2)];
            clozes.Add(new Cloze(answer, answer, "", at, end - at));
            at = text.IndexOf("{{", end, StringComparison.Ordinal);
        }

        return new ClozeContent
        {
            Prompt = "p",
            Title = "p",
            Text = text,
            Clozes = clozes.ToImmutable(),
        };
    }
}
