using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Tests.Resuming;

/// <summary>Sessions whose decks became others while no process had them.</summary>
public class SessionRestTests
{
    private static readonly ImmutableArray<Card> Cards = [.. TestCards.ById.Values.OrderBy(card => card.Id)];

    private static readonly string[] Asked = ["main-job", "serving", "renders", "meaning"];

    [Fact]
    public void What_was_answered_is_not_asked_again_however_it_was_edited()
    {
        using var learner = new Learner(Asked);
        learner.Run(["b"]);

        var rest = learner.Resume(Edited("main-job"))!;

        Assert.True(rest.IsRest);
        Assert.Equal(["serving", "renders", "meaning"], Ids(rest));
        rest.Feed(":done");
        Assert.NotNull(rest.Feed("4").Graded);
        Assert.Equal(2, learner.Happened().Count());
    }

    [Fact]
    public void What_is_gone_is_not_asked()
    {
        using var learner = new Learner(Asked);
        learner.Run(["b"]);

        Assert.Equal(["serving", "meaning"], Ids(learner.Resume(Without("renders"))!));
        Assert.Equal(["renders", "meaning"], Ids(learner.Resume(Without("serving"))!));
    }

    [Fact]
    public void What_was_written_and_typed_stays_with_its_question()
    {
        using var learner = new Learner(Asked);
        var runner = learner.Run(["b", "The master forks", "its workers"]);
        runner.KeepDraft("and they");

        var rest = learner.Resume(Edited("main-job"))!;
        Assert.Equal(["The master forks", "its workers"], rest.State.Open!.Written);
        Assert.Equal("and they", rest.Draft);
        Assert.Equal(["The master forks", "its workers"], rest.Retyped.Select(line => line.Text));

        // It is gone with it.
        var other = learner.Resume(Without("serving"))!;
        Assert.Empty(other.State.Open!.Written);
        Assert.Equal("", other.Draft);
    }

    [Fact]
    public void What_was_taken_back_is_asked_and_what_was_set_aside_is_not()
    {
        using var learner = new Learner(Asked);
        learner.Run(["b", "!u", ":!b"]);

        Assert.Equal(["serving", "renders", "meaning"], Ids(learner.Resume(Edited("main-job"))!));

        using var undecided = new Learner(Asked);
        undecided.Run(["b", "!u"]);
        Assert.Equal(Asked, Ids(undecided.Resume(Edited("main-job"))!));
    }

    [Fact]
    public void It_goes_on_in_yet_another_process_as_it_is()
    {
        using var learner = new Learner(Asked);
        var taken = learner.Run(["b"]).Taken;
        var rest = learner.Resume(Edited("main-job"))!;
        Assert.True(rest.Taken > taken);
        rest.Feed("The master");

        var again = learner.Resume(Edited("main-job"))!;

        Assert.False(again.IsRest);
        Assert.Equal(rest.Taken, again.Taken);
        Assert.Equal(["The master"], again.State.Open!.Written);
    }

    [Fact]
    public void A_session_that_was_edited_while_it_ran_goes_on_where_a_card_of_it_is_gone()
    {
        using var learner = new Learner(Asked);
        var runner = learner.Run(["b"]);
        Assert.True(runner.Renew(Edited("serving")));
        runner.Feed(":done");
        runner.Feed("4");

        Assert.Equal(["meaning"], Ids(learner.Resume([.. Edited("serving").Where(card => card.Id != "renders")])!));
    }

    [Fact]
    public void What_can_be_picked_is_what_the_card_says_now()
    {
        using var learner = new Learner("renders", "main-job");
        learner.Run(["f"]);

        var rest = learner.Resume([
            .. Cards.Select(card =>
                card.Id == "main-job" && card.Content is ChoiceContent choice
                    ? card with
                    {
                        Content = choice with { Options = choice.Options[..2] },
                    }
                    : card
            ),
        ])!;

        Assert.Equal(2, rest.State.Open!.Item.ShownOptions.Count());
    }

    [Fact]
    public void Nothing_is_left_of_an_exam_or_of_what_was_answered_to_the_end()
    {
        using var exam = new Learner(isExam: true, ["main-job", "renders"]);
        exam.Run(["b"]);
        Assert.Null(exam.Resume(Edited("main-job")));

        using var learner = new Learner("main-job", "renders");
        learner.Run(["b"]);
        Assert.Null(learner.Resume(Without("renders")));
        Assert.NotNull(learner.Resume(Cards));
    }

    private static IEnumerable<string> Ids(StudyRunner runner) => runner.State.Items.Select(item => item.Card.Id);

    private static ImmutableArray<Card> Without(string id) => [.. Cards.Where(card => card.Id != id)];

    private static ImmutableArray<Card> Edited(string id) =>
        [
            .. Cards.Select(card =>
                card.Id == id ? card with { Content = card.Content with { Prompt = "Something else?" } } : card
            ),
        ];
}
