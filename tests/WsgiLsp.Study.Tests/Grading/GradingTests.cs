using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class GradingTests
{
    [Theory]
    [InlineData("1", 0, null, Grade.Good)]
    [InlineData("1", 0, Certainty.Sure, Grade.Good)]
    [InlineData("1", 0, Certainty.Guess, Grade.Again)]
    [InlineData("1", 1, null, Grade.Hard)]
    [InlineData("1", 1, Certainty.Guess, Grade.Again)]
    [InlineData("1", 2, null, Grade.Again)]
    [InlineData("0", 0, null, Grade.Again)]
    [InlineData("0", 0, Certainty.Sure, Grade.Again)]
    public void A_choice_is_graded_by_key_hints_and_certainty(
        string picked,
        int hints,
        Certainty? certainty,
        Grade grade
    ) => Assert.Equal(grade, Pick("01", isMulti: false, picked, new AnswerHelp(hints, certainty)).Grade);

    [Theory]
    [InlineData("11100", "012", 0, Grade.Good)]
    [InlineData("11100", "01", 0, Grade.Hard)]
    [InlineData("11100", "0123", 0, Grade.Hard)]
    [InlineData("11100", "013", 0, Grade.Again)]
    [InlineData("1110", "01", 0, Grade.Again)]
    [InlineData("11100", "012", 1, Grade.Hard)]
    [InlineData("11100", "01", 1, Grade.Hard)]
    [InlineData("11100", "012", 2, Grade.Again)]
    [InlineData("10000", "0", 0, Grade.Good)]
    public void Multi_forgives_one_slip_among_five(string keys, string picked, int hints, Grade grade)
    {
        var answer = Pick(keys, isMulti: true, picked, new AnswerHelp(hints));

        Assert.Equal(grade, answer.Grade);
        Assert.Equal(string.Join(',', picked.AsEnumerable()), answer.Given);
    }

    [Theory]
    [InlineData(true, true, false, 0, Grade.Good)]
    [InlineData(true, true, true, 0, Grade.Hard)]
    [InlineData(true, true, true, 1, Grade.Hard)]
    [InlineData(false, false, false, 1, Grade.Hard)]
    [InlineData(true, false, false, 0, Grade.Again)]
    [InlineData(false, true, true, 0, Grade.Again)]
    public void True_false_is_hard_at_most_while_new(bool holds, bool said, bool isNew, int hints, Grade grade)
    {
        var content = new TrueFalseContent
        {
            Prompt = "",
            Title = "",
            IsTrue = holds,
        };

        Assert.Equal(grade, TrueFalseGrading.Judge(content, said, isNew, new AnswerHelp(hints)).Grade);
    }

    [Theory]
    [InlineData(4, 4, 0, Grade.Good)]
    [InlineData(3, 4, 0, Grade.Hard)]
    [InlineData(2, 3, 0, Grade.Hard)]
    [InlineData(2, 4, 0, Grade.Again)]
    [InlineData(0, 1, 0, Grade.Again)]
    [InlineData(4, 4, 1, Grade.Hard)]
    [InlineData(4, 4, 2, Grade.Again)]
    public void Two_thirds_of_the_concepts_are_hard(int found, int total, int hints, Grade grade) =>
        Assert.Equal(grade, GradeRules.ForConcepts(found, total, new AnswerHelp(hints)));

    [Fact]
    public void A_machine_never_says_easy() =>
        Assert.DoesNotContain(
            from unaided in new[] { Grade.Again, Grade.Hard, Grade.Good }
            from hints in Enumerable.Range(0, 4)
            from certainty in new Certainty?[] { null, Certainty.Sure, Certainty.Guess }
            select GradeRules.AfterHelp(unaided, new AnswerHelp(hints, certainty)),
            grade => grade == Grade.Easy
        );

    [Fact]
    public void A_fingerprint_is_the_answer_s_and_stays()
    {
        var recall = new RecallContent
        {
            Prompt = "p",
            Title = "p",
            Body = "two  words",
        };

        Assert.Equal("a03f1d611645eb53", AnswerFingerprint.Of(recall));
        Assert.Equal(
            AnswerFingerprint.Of(recall),
            AnswerFingerprint.Of(recall with { Prompt = "q", Body = "two\nwords" })
        );
        Assert.NotEqual(AnswerFingerprint.Of(recall), AnswerFingerprint.Of(recall with { Body = "three words" }));
    }

    [Fact]
    public void A_fingerprint_of_a_choice_is_that_of_its_keys()
    {
        var choice = (ChoiceContent)TestCards.ById["main-job"].Content;
        var reworded = choice with { Options = choice.Options.SetItem(0, new Option("Other", false, "Other")) };
        var otherKey = choice with { Options = choice.Options.SetItem(2, choice.Options[2] with { Correct = true }) };

        Assert.Equal(AnswerFingerprint.Of(choice), AnswerFingerprint.Of(reworded));
        Assert.NotEqual(AnswerFingerprint.Of(choice), AnswerFingerprint.Of(otherKey));
    }

    /// <summary>The marks are in logs: what they are made of must never change.</summary>
    [Fact]
    public void Options_are_marked_by_what_they_say()
    {
        var choice = new ChoiceContent
        {
            Prompt = "p",
            Title = "p",
            IsMulti = false,
            Options =
            [
                new Option("two  words", true, ""),
                new Option("One", false, "It is not."),
                new Option("two\nwords", false, ""),
            ],
        };

        Assert.Equal("a03f1d61,8b125077,a03f1d61", OptionMarks.Of(choice));
        Assert.Equal(["a03f1d61", "8b125077", "a03f1d61"], OptionMarks.Split(OptionMarks.Of(choice)));
        Assert.Empty(OptionMarks.Split(null));
    }

    private static GradedAnswer Pick(string keys, bool isMulti, string picked, AnswerHelp help) =>
        ChoiceGrading.Pick(
            new ChoiceContent
            {
                Prompt = "",
                Title = "",
                IsMulti = isMulti,
                Options = [.. keys.Select(key => new Option($"{key}", key == '1', ""))],
            },
            [.. picked.Select(index => index - '0')],
            help
        );
}
