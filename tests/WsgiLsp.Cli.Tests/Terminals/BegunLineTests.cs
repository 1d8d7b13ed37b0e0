using WsgiLsp.Cli.Study.Keys;
using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>What was being typed when a session was left is there when it goes on.</summary>
public class BegunLineTests
{
    private const string Deck = """
        # Rivers

        ## Explain the tides

        > [!IMPORTANT]
        > - The **moon** pulls the **water**
        > - It happens **twice** a day

        """;

    [Fact]
    public async Task It_stands_behind_the_prompt_and_goes_on()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Deck);

        var left = await RunAsync(shell, "the moon pulls⏎the wat");
        Assert.Contains("study --resume goes on with it today", left.Error, StringComparison.Ordinal);
        var result = await RunAsync(shell, "er⏎twice⏎⏎⏎3", "--resume");

        var text = ScreenText.Of(result.Output, 60);
        Assert.Contains("\n› the moon pulls\n› the water\n› twice\n", text, StringComparison.Ordinal);
        Assert.Contains("You got 1 of 1.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_only_looked_at_leaves_nothing()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Deck);

        await RunAsync(shell, "x⌫");

        Assert.Contains(
            "no session of today is unfinished",
            (await RunAsync(shell, "", "--resume")).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_kept_while_it_is_typed_at_most_once_a_second()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Deck);
        await RunAsync(shell, "the moon⏎");
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System);
        var cards = Decks.Model.Deck.Parse(Deck, new() { FileName = "a.deck.md" }).Cards;
        var clock = new ManualTimers();
        var runner = StudyRunner.Resume(log, cards, TimeProvider.System, new StudySettings().Transcript)!;
        var draft = new LineDraft(clock, runner);

        draft.Change("p");
        draft.Change("pu");
        Assert.Equal("", runner.Draft);
        Assert.Equal(1, clock.Started);
        clock.Fire();
        Assert.Equal("pu", runner.Draft);

        draft.Change("pul");
        draft.End();
        clock.Fire();
        Assert.Equal("pu", runner.Draft);
        Assert.Equal(2, clock.Started);
    }

    private static Task<ShellResult> RunAsync(Shell shell, string keys, params string[] args)
    {
        shell.Adjust = terminal => terminal with { IsInteractive = true, Screen = Keyboard.Screen(keys) };
        return shell.RunAsync(["study", .. args]);
    }

    /// <summary>Timers that go off when a test says so.</summary>
    private sealed class ManualTimers : TimeProvider
    {
        private Action fire = () => { };

        public int Started { get; private set; }

        public void Fire() => fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            fire = () => callback(state);
            return new Timer(this);
        }

        private sealed class Timer(ManualTimers owner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                owner.Started++;
                return true;
            }

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
