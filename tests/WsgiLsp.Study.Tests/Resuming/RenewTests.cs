using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Resuming;

namespace WsgiLsp.Study.Tests.Resuming;

/// <summary>Sessions whose cards are edited while they run.</summary>
public class RenewTests
{
    private static readonly ImmutableArray<Card> Cards = [.. TestCards.ById.Values.OrderBy(card => card.Id)];

    [Fact]
    public void What_stands_open_is_asked_in_its_new_words()
    {
        using var learner = new Learner("main-job", "serving");
        var runner = learner.Begin();
        var taken = runner.Taken;

        Assert.True(runner.Renew(With("main-job", Edited)));
        Assert.Equal("New: What is the main job of a WSGI server?", runner.State.Open!.Item.Prompt);
        Assert.NotEqual(taken, runner.Taken);

        // And judged by them: the key was another one.
        Assert.True(runner.Feed("a").Graded!.Answer.Correct);
    }

    [Fact]
    public void What_was_answered_stays_answered_and_comes_back_in_its_new_words()
    {
        using var learner = new Learner("main-job", "renders");
        var runner = learner.Run(["a"]);

        Assert.False(runner.Renew(With("main-job", Edited)));
        runner.Feed("f");

        Assert.Equal("New: What is the main job of a WSGI server?", runner.State.Open!.Item.Prompt);
        Assert.Equal(3, runner.State.Number);
    }

    [Fact]
    public void What_was_written_stays_and_is_compared_with_the_new_concepts()
    {
        using var learner = new Learner("serving");
        var runner = learner.Run(["The master pre-forks", ":done", "+2"]);
        Assert.Equal((2, 4), Marks());

        // The same concepts: what the learner corrected stays.
        Assert.True(runner.Renew(With("serving", content => content with { Prompt = "Explain it" })));
        Assert.Equal((2, 4), Marks());

        Assert.True(
            runner.Renew(
                With(
                    "serving",
                    content => ((ExplainContent)content) with { Concepts = ((ExplainContent)content).Concepts[..2] }
                )
            )
        );
        Assert.Equal((1, 2), Marks());
        Assert.Equal(["The master pre-forks"], runner.State.Open!.Written);

        (int, int) Marks() => (runner.State.Open!.Report!.Found, runner.State.Open.Report.Total);
    }

    [Fact]
    public void A_card_of_another_kind_is_asked_from_its_beginning()
    {
        using var learner = new Learner("serving");
        var runner = learner.Run(["The master", ":done"]);

        Assert.True(
            runner.Renew(
                With(
                    "serving",
                    content => new TrueFalseContent
                    {
                        Prompt = content.Prompt,
                        Title = content.Title,
                        IsTrue = true,
                    }
                )
            )
        );

        Assert.False(runner.State.AwaitsGrade);
        Assert.True(runner.Feed("t").Graded!.Answer.Correct);
    }

    [Fact]
    public void A_card_under_another_heading_is_the_same_card()
    {
        using var learner = new Learner("main-job", "meaning");
        var runner = learner.Begin();
        var card = TestCards.ById["meaning"];
        runner.Renew([
            .. Cards.Where(one => one != card),
            card with
            {
                Id = "what-is-wsgi",
                Content = card.Content with { Prompt = "What is WSGI?" },
            },
        ]);
        runner.Feed("b");

        Assert.Equal("wsgi/what-is-wsgi", runner.State.Open!.Item.Key);
    }

    [Fact]
    public void What_is_gone_or_cannot_be_asked_is_asked_as_it_was()
    {
        using var learner = new Learner("main-job", "serving");
        var runner = learner.Begin();

        Assert.False(runner.Renew([]));
        Assert.False(runner.Renew(With("main-job", content => ((ChoiceContent)content) with { Options = [] })));
        Assert.True(runner.Feed("b").Graded!.Answer.Correct);
    }

    [Fact]
    public void What_was_not_asked_yet_may_be_edited_while_nobody_looks()
    {
        using var learner = new Learner("main-job", "serving", "renders");
        var runner = learner.Run(["a"]);
        Assert.True(runner.Renew(With("serving", content => content with { Prompt = "Explain it" })));
        ImmutableArray<Card> meanwhile =
        [
            .. With("serving", content => content with { Prompt = "Explain it" })
                .Select(card =>
                    card.Id == "renders" ? card with { Content = card.Content with { Prompt = "Which job?" } } : card
                ),
        ];

        var resumed = learner.Resume(meanwhile);

        Assert.Equal("Explain it", resumed?.State.Open!.Item.Prompt);
        Assert.Equal("Which job?", resumed?.State.Items[2].Prompt);
    }

    [Fact]
    public void A_typo_is_judged_by_the_cards_that_are_there_now()
    {
        using var learner = new Learner("main-job");
        var runner = learner.Begin();
        runner.Renew(With("renders", content => content with { Prompt = "Wholly new" }));
        Assert.True(runner.State.Options.Known.Contains("wholly"));
    }

    [Fact]
    public void An_exam_asks_what_it_began_with()
    {
        using var learner = new Learner(isExam: true, ["main-job", "renders"]);
        var runner = learner.Begin();

        Assert.False(runner.Renew(With("main-job", Edited)));
        Assert.Equal("What is the main job of a WSGI server?", runner.State.Open!.Item.Prompt);
    }

    [Fact]
    public void What_an_earlier_round_asked_may_be_edited_too()
    {
        using var learner = new Learner("command", "renders");
        var runner = learner.Run(["b", "f", "!q"]);
        runner.Renew(With("renders", Edited));
        runner.Feed("again");
        Assert.False(runner.Renew(Cards));

        Assert.Equal("command", learner.Resume(Cards)!.State.Open!.Item.Card.Id);
    }

    /// <summary>The log holds all that a session needs to go on: after any lines and any edits, in this process or the next.</summary>
    [Fact]
    public void A_session_that_was_edited_goes_on_in_another_process_where_it_was() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40),
            Prop.ForAll(Arb.From(Gen.ArrayOf(Step)), GoesOn)
        );

    private static readonly Gen<(string Line, int Edit)> Step =
        from line in ResumeTests.Line
        from edit in Gen.Choose(0, 20)
        select (line, edit);

    private static bool GoesOn((string Line, int Edit)[] steps)
    {
        var ids = Cards.Select(card => card.Id).ToArray();
        using var whole = new Learner(ids);
        using var cut = new Learner(ids);
        var runner = whole.Begin();
        var other = cut.Begin();
        var cards = Cards;
        foreach (var (line, edit) in steps)
        {
            // Some cards are edited; sometimes the process dies after it.
            if (edit < 4)
            {
                cards = Cards.SetItem(edit, Cards[edit] with { Content = Edited(Cards[edit].Content) });
                if (runner.Renew(cards) != other.Renew(cards))
                {
                    return false;
                }

                if (edit < 2 && !other.State.IsFinished && UnfinishedSession.In(cut.Log) is not null)
                {
                    other = cut.Resume(cards);
                }
            }

            if (other is null || runner.Taken != other.Taken)
            {
                return false;
            }

            whole.Clock.Pass(TimeSpan.FromSeconds(7));
            cut.Clock.Pass(TimeSpan.FromSeconds(7));
            var (one, two) = (runner.Feed(line), other.Feed(line));
            if (!one.Lines.SequenceEqual(two.Lines) || one.Warning != two.Warning)
            {
                return false;
            }
        }

        return whole.Happened().SequenceEqual(cut.Happened());
    }

    private static ImmutableArray<Card> With(string id, Func<CardContent, CardContent> edit) =>
        [.. Cards.Select(card => card.Id == id ? card with { Content = edit(card.Content) } : card)];

    /// <summary>Other words, and for a choice another key.</summary>
    private static CardContent Edited(CardContent content) =>
        content is ChoiceContent { Options: [var first, var second, ..] } choice
            ? choice with
            {
                Prompt = "New: " + choice.Prompt,
                Options =
                [
                    first with
                    {
                        Correct = second.Correct,
                    },
                    second with
                    {
                        Correct = first.Correct,
                    },
                    .. choice.Options[2..],
                ],
            }
            : content with
            {
                Prompt = "New: " + content.Prompt,
            };
}
