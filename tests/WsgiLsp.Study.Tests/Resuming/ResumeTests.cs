using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Resuming;

namespace WsgiLsp.Study.Tests.Resuming;

public class ResumeTests
{
    private static readonly ImmutableArray<Card> Cards = [.. TestCards.ById.Values.OrderBy(card => card.Id)];

    internal static readonly Gen<string> Line = Gen.Elements([
        "",
        "",
        "",
        "?",
        "??",
        ":??",
        ":done",
        "!u",
        "!u",
        "!b",
        "!1",
        "!3",
        "!2 b",
        "1",
        "1",
        "3",
        "a",
        "b",
        "c!",
        "ab",
        "t",
        "gunicorn",
        "master preforks",
        "1a 2b 3c",
        "abc",
        "n",
        "y",
        "again",
        "!q",
    ]);

    private static readonly Gen<(string[] Lines, int Cut, bool IsExam)> Sessions =
        from lines in Gen.ArrayOf(Line)
        from cut in Gen.Choose(0, lines.Length)
        from isExam in Gen.Elements(false, false, true)
        select (lines, cut, isExam);

    [Fact]
    public void A_session_that_was_cut_off_anywhere_goes_on_as_if_nothing_had_happened() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(50), Prop.ForAll(Arb.From(Sessions), GoesOn));

    [Fact]
    public void What_its_learner_typed_last_is_on_the_screen_again()
    {
        using var study = new Learner("serving");
        study.Run(["The master", "preforks"]);

        var resumed = study.Resume(Cards)!;
        var lines = resumed.Start().Lines;

        Assert.Equal("# Quiz: Servers", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("## 1", StringComparison.Ordinal));
        Assert.StartsWith("→ ", lines[^1], StringComparison.Ordinal);
        Assert.Equal(["The master", "preforks"], resumed.Retyped.Select(line => line.Text));
        Assert.All(resumed.Retyped, line => Assert.Empty(line.Reply));
    }

    [Fact]
    public void What_its_learner_had_begun_to_type_is_there_until_a_line_is_taken()
    {
        using var study = new Learner("main-job", "serving");
        var runner = study.Begin();
        runner.KeepDraft("b");
        Assert.True(runner.CanResume);
        Assert.Equal("b", study.Resume(Cards)!.Draft);

        runner.Feed("b");
        Assert.Equal("", study.Resume(Cards)!.Draft);

        runner.KeepDraft("The mas");
        Assert.Equal("The mas", study.Resume(Cards)!.Draft);
    }

    [Fact]
    public void A_draft_that_was_deleted_or_refused_is_not_kept()
    {
        using var study = new Learner("main-job");
        var runner = study.Begin();
        runner.KeepDraft("b");
        runner.KeepDraft("");
        Assert.Null(study.Log.ReadSession());

        runner.KeepDraft("nonsense");
        Assert.NotNull(runner.Feed("nonsense").Warning);
        Assert.Null(study.Log.ReadSession());

        study.Begin(isKept: false).KeepDraft("b");
        Assert.Null(study.Log.ReadSession());
    }

    [Fact]
    public void It_is_found_until_it_ends_or_the_study_day_does()
    {
        using var study = new Learner("main-job", "serving");
        Assert.Null(UnfinishedSession.In(study.Log));
        var runner = study.Run(["b"]);
        Assert.Equal(
            new UnfinishedSession("Servers", study.Clock.Now, Answered: 1, Items: 2),
            UnfinishedSession.In(study.Log)
        );

        study.Clock.Pass(TimeSpan.FromHours(20));
        Assert.Null(UnfinishedSession.In(study.Log));
        Assert.Null(study.Resume(Cards));

        study.Clock.Pass(TimeSpan.FromHours(-20));
        runner.Feed("!q");
        Assert.Null(UnfinishedSession.In(study.Log));
    }

    [Fact]
    public void Leaving_says_the_result_and_ends_nothing()
    {
        using var study = new Learner("main-job", "serving");
        var runner = study.Run(["b"]);
        Assert.Contains("## Result", runner.Leave());
        Assert.Equal(1, UnfinishedSession.In(study.Log)!.Answered);
        Assert.False(study.Resume(Cards)!.State.IsFinished);
    }

    /// <summary>Anything may be an answer there: leaving is none.</summary>
    [Theory]
    [InlineData("port")]
    [InlineData("signal")]
    public void Leaving_answers_nothing(string card)
    {
        using var study = new Learner(card, "serving");
        var left = study.Begin().Leave();
        Assert.Equal("> You got 0 of 0.", left[3]);
        Assert.DoesNotContain(left, line => line.Contains('✗', StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_learner_forgets_is_not_kept_with_the_session()
    {
        using var study = new Learner("main-job", "serving");
        study.Run(["b"]);
        study.Log.Forget(["wsgi/main-job"]);
        Assert.Null(study.Log.ReadSession());
    }

    [Fact]
    public void A_session_that_nobody_keeps_leaves_the_kept_one_alone()
    {
        using var study = new Learner("main-job");
        study.Run(["?"]);
        var kept = study.Log.ReadSession();
        study.Begin(isKept: false).Feed("b");
        Assert.NotNull(kept);
        Assert.Equal(kept, study.Log.ReadSession());
    }

    private static bool GoesOn((string[] Lines, int Cut, bool IsExam) session)
    {
        var ids = Cards.Select(card => card.Id).ToArray();
        using var whole = new Learner(session.IsExam, ids);
        using var cut = new Learner(session.IsExam, ids);
        var runner = whole.Begin();
        var other = cut.Begin();
        for (var i = 0; i < session.Lines.Length; i++)
        {
            if (i == session.Cut && other.State.IsFinished == false && UnfinishedSession.In(cut.Log) is not null)
            {
                other = cut.Resume(Cards);
                if (other is null)
                {
                    return false;
                }
            }

            whole.Clock.Pass(TimeSpan.FromSeconds(7));
            cut.Clock.Pass(TimeSpan.FromSeconds(7));
            var (one, two) = (runner.Feed(session.Lines[i]), other.Feed(session.Lines[i]));
            if (!one.Lines.SequenceEqual(two.Lines) || one.Warning != two.Warning)
            {
                return false;
            }
        }

        return whole.Happened().SequenceEqual(cut.Happened());
    }
}
