using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Statistics;
using WsgiLsp.Study.Statistics.Cards;
using WsgiLsp.Study.Tests.Resuming;

namespace WsgiLsp.Study.Tests.Sessions;

/// <summary>What explanations missed comes back at the end, as blanks.</summary>
public class ConceptDrillTests
{
    private static readonly ImmutableArray<Card> Cards = [.. TestCards.ById.Values.OrderBy(card => card.Id)];

    private static readonly string[] Explained = ["The master pre-forks. They run concurrently.", ":done", "4"];

    [Fact]
    public void It_is_logged_as_practice_of_its_card_and_changes_nothing_of_that()
    {
        using var learner = new Learner("serving");
        var runner = learner.Run(Explained);
        var state = learner.Log.ReadItemStates()["wsgi/serving"];
        runner.Feed("worker processes");

        var review = learner.Log.ReadAll()[^1].Event;
        Assert.Equal(("wsgi/serving", "drill", true), (review.Item, review.Mode, review.Practice));
        Assert.Equal(("1", "worker processes", true), (review.Shown, review.Given, review.Correct));
        Assert.Equal(AnswerFingerprint.Of(TestCards.ById["serving"].Content), review.AnswerFingerprint);
        Assert.Equal(state, learner.Log.ReadItemStates()["wsgi/serving"]);
    }

    [Fact]
    public void What_is_said_of_the_card_says_nothing_of_its_blanks()
    {
        using var learner = new Learner("serving");
        var runner = learner.Run(Explained);
        var before = Facts();
        learner.Clock.Pass(TimeSpan.FromDays(1));
        runner.Feed("worker processes");
        runner.Feed("WSGI");

        Assert.Equal(3, learner.Log.ReadAll().Length);
        Assert.Equal(before, Facts());

        (Share, int) Facts()
        {
            var answers = LearnerAnswers.Of(learner.Log.ReadAll());
            var facts = Assert.Single(CardFactsReader.Read([TestCards.ById["serving"]], [answers]));
            return (facts.FirstTries, facts.Concepts[1].Answers);
        }
    }

    [Fact]
    public void An_exam_has_none_and_neither_has_what_was_explained_aloud()
    {
        using var exam = new Learner(isExam: true, ["serving"]);
        Assert.True(exam.Run(["The master pre-forks.", ":done", "y"]).State.IsFinished);

        using var learner = new Learner("serving");
        Assert.True(learner.Run(["??", "3"]).State.IsFinished);
    }

    [Theory]
    [InlineData("A worker takes a connection", null)]
    [InlineData("**Workers** take it", "workers")]
    [InlineData("**Gunicorn** starts a **master** (or **arbiter**)", "master arbiter")]
    [InlineData("It calls **`app(environ)`**\nand waits", "app(environ)")]
    [InlineData("Not `**this**`, but **that**", "that")]
    [InlineData("**Gunicorn** serves", null)]
    public void The_first_term_that_the_question_does_not_say_is_asked(string concept, string? accepted)
    {
        var terms = ConceptBlank.Of(new Concept(concept, [])).Select(blank => blank.Accepted);
        var card = TestCards.ById["serving"];
        var item = Study.Sessions.ConceptDrill.ItemOf(
            card with
            {
                Content = (ExplainContent)card.Content with { Concepts = [TestCards.Concept(concept, [.. terms])] },
            },
            0
        );

        var typed = (TypedContent?)item?.Card.Content;
        Assert.Equal(accepted, typed is null ? null : string.Join(' ', typed.Accepted).ToLowerInvariant());
        Assert.False(typed?.Prompt.Split("\n\n")[0].Contains(typed.Accepted[0], StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void It_goes_on_where_its_process_ended()
    {
        using var learner = new Learner("serving");
        learner.Run([.. Explained, "worker processes"]);

        var resumed = learner.Resume(Cards)!;

        Assert.False(resumed.IsRest);
        Assert.Equal("serving wsgi", $"{resumed.State.Current!.Card.Id} {Accepted(resumed)}");
        Assert.Equal("WSGI", resumed.Feed("WSGI").Graded!.Answer.Given);
        Assert.True(resumed.State.IsFinished);
    }

    [Fact]
    public void It_is_what_is_left_where_another_card_says_something_else()
    {
        using var learner = new Learner("main-job", "serving", "renders");
        learner.Run(["b", .. Explained]);
        var rest = learner.Resume(Edited("main-job", "Something else?"))!;
        Assert.True(rest.IsRest);
        Assert.Equal(3, rest.State.Items.Length);
        rest.Feed("f");
        rest.Feed("worker processes");

        // Once more, and then its last line answers the last blank.
        var again = learner.Resume(Edited("renders", "Something else?"))!;
        Assert.True(again.IsRest);
        Assert.Equal("wsgi", Accepted(again));
        again.Feed("WSGI");
        Assert.True(again.State.IsFinished);
        Assert.Equal(0, again.State.Result!.Items);
    }

    [Fact]
    public void An_edit_of_its_card_leaves_what_was_missed_of_what_there_still_is()
    {
        using var learner = new Learner("serving", "meaning");
        var runner = learner.Run(Explained);
        var card = TestCards.ById["serving"];
        var content = (ExplainContent)card.Content;
        var now = card with { Content = content with { Concepts = [.. content.Concepts[2..], content.Concepts[0]] } };

        runner.Renew([.. Cards.Where(one => one.Id != "serving"), now]);
        runner.Feed("");
        runner.Feed("4");

        Assert.Equal("wsgi", Accepted(runner));
        Assert.Equal("wsgi", Accepted(learner.Resume([.. Cards.Where(one => one.Id != "serving"), now])!));
        runner.Feed("WSGI");
        Assert.True(runner.State.IsFinished);
    }

    private static string Accepted(StudyRunner runner) =>
        ((TypedContent)runner.State.Current!.Card.Content).Accepted[0].ToLowerInvariant();

    private static ImmutableArray<Card> Edited(string id, string prompt) =>
        [.. Cards.Select(card => card.Id == id ? card with { Content = card.Content with { Prompt = prompt } } : card)];
}
