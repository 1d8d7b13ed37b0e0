using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Tests.Statistics;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>What of a log is learned from.</summary>
public class FamilyHistoriesTests
{
    // Answers as digits of grades, each with its days where these are not 0; a star where it does not tell.
    [Theory]
    [InlineData("", "")]
    [InlineData("1g>2", "3")]
    [InlineData("1g>5 5g>9 9a>9 10g>14", "3 3+4 1+4 3+1")]
    [InlineData("1g>5 p5g 9g>14", "3 3+8")]
    [InlineData("1g>5 p9g 9g>14", "3 3+8*")]
    [InlineData("1g>5 k9h>14 20g>30", "3 2+8* 3+11")]
    [InlineData("1g>5 K9g>14", "3 3+8")]
    [InlineData("1g>5 5e>9 5e>9", "3 4+4 3")]
    [InlineData("1g>5 5a>5u 9g>14", "3 3+8")]
    [InlineData("1g>5 5a>5r 9g>14", "3 3+4 3+4")]
    [InlineData("1g>5 5g>9x 9g>14 12g>15", "3 3+4 | 3 3+3")]
    public void Histories_are_what_the_schedule_saw(string script, string expected) =>
        Assert.Equal(
            expected,
            string.Join(" | ", FamilyHistories.Of(AnswerScript.Events(script))[WeightsFamily.Production].Select(Text))
        );

    [Theory]
    [InlineData("recall", WeightsFamily.Production)]
    [InlineData("type", WeightsFamily.Production)]
    [InlineData("cloze", WeightsFamily.Production)]
    [InlineData("explain", WeightsFamily.Production)]
    [InlineData("order", WeightsFamily.Production)]
    [InlineData("choice", WeightsFamily.Recognition)]
    [InlineData("match", WeightsFamily.Recognition)]
    public void Each_family_has_its_own(string mode, WeightsFamily family)
    {
        var histories = FamilyHistories.Of([
            .. Of(AnswerScript.Events("1g>5 5g>9", "deck/one"), mode),
            .. Of(AnswerScript.Events("1a>5 2g>9 9g>14", "deck/two"), "recall"),
            .. Of(AnswerScript.Events("1a>5 2g>9 9g>14", "deck/three"), "choice"),
        ]);

        Assert.Contains("3 3+4", histories[family].Select(Text));
        Assert.Equal(2, histories[family].Count);
        Assert.Single(histories[WeightsFamilies.All.Single(other => other != family)]);
        Assert.Equal(3, histories.CountTests(family));
    }

    [Fact]
    public void A_card_that_became_another_kind_ends_its_history()
    {
        List<LoggedEvent> events =
        [
            .. Of(AnswerScript.Events("1g>5 5g>9"), "recall"),
            .. Of(AnswerScript.Events("12g>15 20g>30"), "choice"),
        ];

        var histories = FamilyHistories.Of(events);

        Assert.Equal(["3 3+4"], histories[WeightsFamily.Production].Select(Text));
        Assert.Empty(histories[WeightsFamily.Recognition]);
    }

    [Theory]
    [InlineData("choice", "2,0,1,3", null, "1", 0.25)]
    [InlineData("choice", "1,0", null, "1", 0.5)]
    [InlineData("choice", "1,0,2,3", "3/4", "0,2", 0.0625)]
    [InlineData("choice", "1,0,2,3,4", "5/5", "0,2", 0.1875)]
    [InlineData("choice", null, null, "true", 0.5)]
    [InlineData("choice", null, null, null, 0)]
    [InlineData("match", "1,0,2", "3/3", "0,1,2", 1 / 6.0)]
    [InlineData("match", null, null, null, 0)]
    [InlineData("type", null, null, "true", 0)]
    [InlineData("order", "1,0,2", "3/3", "0,1,2", 0)]
    public void Options_can_be_guessed(string mode, string? shown, string? parts, string? given, double chance)
    {
        var events = AnswerScript
            .Events("1g>5 5g>9")
            .ConvertAll(logged =>
                logged with
                {
                    Event = logged.Event with
                    {
                        Mode = mode,
                        Shown = shown,
                        Parts = parts is null ? null : PartMarks.Parse(parts),
                        Given = given,
                    },
                }
            );

        var history = FamilyHistories.Of(events)[WeightsFamilies.OfMode(mode)].Single();

        Assert.All(history.Answers, answer => Assert.Equal(chance, answer.Guess, 1e-12));
    }

    private static IEnumerable<LoggedEvent> Of(IEnumerable<LoggedEvent> events, string mode) =>
        events.Select(logged => logged with { Event = logged.Event with { Mode = mode } });

    private static string Text(AnswerHistory history) =>
        string.Join(
            ' ',
            history.Answers.Select(answer =>
                $"{(int)answer.Grade}{(answer.Days > 0 ? $"+{answer.Days}{(answer.IsPrompted ? "*" : "")}" : "")}"
            )
        );
}
