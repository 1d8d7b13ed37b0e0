using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Identity;

public sealed class HistoryKeeperTests : IDisposable
{
    private const string Before = """
        # Servers

        ## What does the master process of Gunicorn do?

        It binds the socket and forks the workers, which serve requests.

        ## What is a worker in uWSGI terms?

        A process that loads the application and answers requests one by one.

        ## Which signal reloads the configuration?

        The HUP signal, sent to the master process, makes it read all files again.
        """;

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");
    private readonly ReviewLog _log;

    public HistoryKeeperTests() => _log = ReviewLog.Open(_folder.LogPath, _clock);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_reworded_prompt_keeps_its_history()
    {
        Learn(Before);
        var kept = Keep(
            Before.Replace(
                "What does the master process of Gunicorn do?",
                "What is Gunicorn's master process for?",
                StringComparison.Ordinal
            )
        );

        Assert.Equal((1, 0), (kept.Attached, kept.Changed));
        var state = State("what-is-gunicorns-master-process-for");
        Assert.Equal(1, state.Repetitions);
        Assert.True(State("what-does-the-master-process-of-gunicorn-do").IsNew);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void A_branch_switched_and_back_finds_everything_where_it_was()
    {
        Learn(Before);
        var states = _log.ReadItemStates().Known.ToDictionary();
        Keep(
            Before.Replace(
                "What is a worker in uWSGI terms?",
                "What does uWSGI call a worker process?",
                StringComparison.Ordinal
            )
        );
        _clock.Pass(TimeSpan.FromDays(1));
        var back = Keep(Before);
        Assert.True(Assert.Single(back.Attachments).IsReturn);
        Assert.Equal(0, back.Attached);

        Assert.All(states, pair => Assert.Equal(pair.Value, _log.ReadItemStates()[pair.Key]));
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void Cards_that_take_each_other_s_heading_keep_their_histories()
    {
        Learn(Before);
        Answer("deck/what-is-a-worker-in-uwsgi-terms", Grade.Again);
        const string master = "It binds the socket and forks the workers, which serve requests.";
        const string worker = "A process that loads the application and answers requests one by one.";
        var swapped = Before
            .Replace("## What does the master process of Gunicorn do?", "## X", StringComparison.Ordinal)
            .Replace(
                "## What is a worker in uWSGI terms?",
                "## What does the master process of Gunicorn do?",
                StringComparison.Ordinal
            )
            .Replace("## X", "## What is a worker in uWSGI terms?", StringComparison.Ordinal);
        Assert.Contains(worker, swapped, StringComparison.Ordinal);
        Assert.Contains(master, swapped, StringComparison.Ordinal);
        Keep(swapped);
        Keep(Before);

        Assert.Equal(Grade.Again, State("what-is-a-worker-in-uwsgi-terms").LastGrade);
        Assert.Equal(Grade.Good, State("what-does-the-master-process-of-gunicorn-do").LastGrade);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void A_number_that_changed_makes_the_item_due()
    {
        const string old =
            "# D\n\n## How many workers are recommended for two cores?\n\nFive workers: twice 2 cores and one more makes 5.\n";
        Learn(old);
        var key = "deck/how-many-workers-are-recommended-for-two-cores";
        Answer(key, Grade.Easy);
        _clock.Pass(TimeSpan.FromHours(30));
        Assert.False(_log.ReadItemStates()[key].IsDueOn(_log.Today));
        var kept = Keep(old.Replace("makes 5", "makes 7", StringComparison.Ordinal));

        Assert.Equal(1, kept.Changed);
        Assert.True(_log.ReadItemStates()[key].IsDueOn(_log.Today));
        Assert.Contains("makes 5", _log.ReadItemStates()[key].FormerAnswer, StringComparison.Ordinal);
        Answer(key, Grade.Good);
        Assert.Null(_log.ReadItemStates()[key].FormerAnswer);
    }

    [Fact]
    public void Another_card_under_an_old_heading_starts_anew_and_the_old_history_stays_listed()
    {
        Learn(Before);
        Keep(
            """
            # Servers

            ## Which signal reloads the configuration?
            <!-- card: kind=true-false -->

            True.
            """
        );

        Assert.True(
            State("which-signal-reloads-the-configuration").IsNew
                || _log.ReadItemStates().Known.Count(known => known.Value.Repetitions > 0) == 3
        );
        Assert.Equal(3, _log.ReadItemStates().Known.Count(known => known.Value.Repetitions > 0));
    }

    /// <summary>What was put away under a heading does not stand in the way of the card that has it.</summary>
    [Fact]
    public void A_card_keeps_its_history_where_another_one_had_its_heading()
    {
        const string first = "# D\n\n## Definition\n\nThe **arbiter** starts the workers and looks after them.\n";
        const string both =
            "# D\n\n## Definition\n\nA **socket** is one end of a connection.\n\n"
            + "## Definition\n\nThe **arbiter** starts the workers and looks after them.\n";
        Learn(first);
        Keep(both);
        Answer("deck/definition", Grade.Easy);
        Assert.Equal(Grade.Good, State("definition-1").LastGrade);
        Keep(first);
        Assert.Equal(Grade.Good, State("definition").LastGrade);

        Keep("# D\n\n## Definition\n\nIt is what forks all the others, and restarts them.\n");

        Assert.Equal(Grade.Good, State("definition").LastGrade);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void A_renamed_deck_is_followed_once_its_file_is_gone()
    {
        Learn(Before);
        var deck = Deck.Parse(Before, new DeckSettings { FileName = "renamed.deck.md" });
        DeckAt[] decks = [new DeckAt("/decks/renamed.deck.md", deck)];

        Assert.Equal(0, HistoryKeeper.Keep(_log, decks, _ => true).Attached);
        Assert.True(_log.ReadItemStates()["renamed/what-is-a-worker-in-uwsgi-terms"].IsNew);
        Assert.Equal(3, HistoryKeeper.Keep(_log, decks, _ => false).Attached);
        Assert.Equal(1, _log.ReadItemStates()["renamed/what-is-a-worker-in-uwsgi-terms"].Repetitions);
    }

    [Fact]
    public void A_deck_that_was_not_saved_yet_is_in_no_file_and_its_histories_follow_to_the_one_it_is_saved_in()
    {
        Keep("Untitled-1");
        Assert.All(_log.ReadAll(), logged => Assert.Null(logged.Event.Shown));
        foreach (var card in Named("Untitled-1").Cards)
        {
            Answer(card.Key, Grade.Good);
        }

        // A file of that name in the folder where the program runs is none of its business.
        Assert.Equal(3, Keep("/decks/servers.deck.md").Attached);
        Assert.Equal(1, _log.ReadItemStates()["servers/what-is-a-worker-in-uwsgi-terms"].Repetitions);

        KeptHistories Keep(string path) => HistoryKeeper.Keep(_log, [new DeckAt(path, Named(path))], _ => true);

        static Deck Named(string path) => Deck.Parse(Before, new DeckSettings { FileName = Path.GetFileName(path) });
    }

    [Fact]
    public void Nothing_is_written_where_nothing_changed()
    {
        Learn(Before);
        var count = _log.ReadAll().Length;
        Keep(Before);

        Assert.Equal(count, _log.ReadAll().Length);
    }

    private void Learn(string text)
    {
        Keep(text);
        foreach (var card in Parse(text).Cards)
        {
            Answer(card.Key, Grade.Good);
        }
    }

    private void Answer(string key, Grade grade) =>
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = key,
                Grade = grade,
            }
        );

    private KeptHistories Keep(string text)
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        return HistoryKeeper.Keep(_log, [new DeckAt("/decks/deck.deck.md", Parse(text))], _ => true);
    }

    private ItemState State(string card) => _log.ReadItemStates()["deck/" + card];

    private static Deck Parse(string text) => Deck.Parse(text, new DeckSettings { FileName = "deck.deck.md" });
}
