using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class OrderAndMatchGradingTests
{
    [Theory]
    [InlineData("abcde", "01234", 0, Grade.Good, 5)]
    [InlineData("abcde", "10234", 0, Grade.Hard, 4)]
    [InlineData("abcde", "12340", 0, Grade.Hard, 4)]
    [InlineData("abcde", "41230", 0, Grade.Again, 3)]
    [InlineData("abcde", "10324", 0, Grade.Again, 3)]
    [InlineData("abcde", "43210", 0, Grade.Again, 1)]
    [InlineData("abcd", "1023", 0, Grade.Again, 3)]
    [InlineData("abcde", "01234", 1, Grade.Hard, 5)]
    [InlineData("abcde", "10234", 1, Grade.Hard, 4)]
    [InlineData("abcde", "10234", 2, Grade.Again, 4)]
    [InlineData("abac", "2103", 0, Grade.Good, 4)]
    [InlineData("a", "0", 0, Grade.Good, 1)]
    public void An_order_is_graded_by_its_longest_common_subsequence(
        string items,
        string order,
        int hints,
        Grade grade,
        int got
    )
    {
        var content = new OrderContent
        {
            Prompt = "p",
            Title = "p",
            Body = "",
            Items = [.. items.Select(item => $"{item}")],
        };

        AssertGraded(OrderGrading.Arrange(content, Digits(order), new AnswerHelp(hints)), order, grade, got);
    }

    [Theory]
    [InlineData("abcde", "01234", 0, Grade.Good, 5)]
    [InlineData("abcde", "10234", 0, Grade.Hard, 3)]
    [InlineData("abcde", "41230", 0, Grade.Hard, 3)]
    [InlineData("abcde", "12034", 0, Grade.Again, 2)]
    [InlineData("abcde", "10324", 0, Grade.Again, 1)]
    [InlineData("abcde", "00234", 0, Grade.Hard, 4)]
    [InlineData("abcde", "00224", 0, Grade.Again, 3)]
    [InlineData("abcd", "1023", 0, Grade.Again, 2)]
    [InlineData("abcde", "01234", 1, Grade.Hard, 5)]
    [InlineData("abcde", "10234", 2, Grade.Again, 3)]
    [InlineData("abacd", "21034", 0, Grade.Good, 5)]
    [InlineData("abacd", "12034", 0, Grade.Hard, 3)]
    public void Two_things_taken_for_each_other_are_one_slip(
        string sides,
        string rights,
        int hints,
        Grade grade,
        int got
    )
    {
        var content = new MatchContent
        {
            Prompt = "p",
            Title = "p",
            Body = "",
            Titles = new MatchPair("", ""),
            Pairs = [.. sides.Select((side, index) => new MatchPair($"{index}", $"{side}"))],
        };

        AssertGraded(MatchGrading.Pair(content, Digits(rights), new AnswerHelp(hints)), rights, grade, got);
    }

    [Fact]
    public void A_multi_answer_has_a_part_for_each_option()
    {
        var reasons = (ChoiceContent)TestCards.ById["reasons"].Content;
        var choice = (ChoiceContent)TestCards.ById["main-job"].Content;

        Assert.Equal(new PartMarks(3, 5), ChoiceGrading.Pick(reasons, [0, 1, 2], default).Parts);
        Assert.Null(ChoiceGrading.Pick(choice, [1], default).Parts);
    }

    private static ImmutableArray<int> Digits(string text) => [.. text.Select(digit => digit - '0')];

    private static void AssertGraded(GradedAnswer answer, string given, Grade grade, int got) =>
        Assert.Equal(
            (grade, new PartMarks(got, given.Length), got == given.Length, string.Join(',', given.AsEnumerable())),
            (answer.Grade, answer.Parts, answer.Correct, answer.Given)
        );
}
