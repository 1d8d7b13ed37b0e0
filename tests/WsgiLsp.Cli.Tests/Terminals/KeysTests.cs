using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>Sessions by keys: what is pressed, and what the log says afterwards.</summary>
public class KeysTests
{
    private const string Deck = """
        # Rivers

        ## What is long?

        The Nile.

        ## What is wide?

        The Amazon.

        ## Which is in Europe?
        <!-- card: shuffle=false -->

        - [x] Rhine
        - [ ] Nile

        """;

    [Theory]
    [InlineData(" 3 4a⏎", "Good Easy Good")]
    [InlineData("⏎3 4a⏎", "Good Easy Good")]
    [InlineData("⏎3⏎⏎4⏎a⏎", "Good Easy Good")]
    [InlineData("the Nile⏎⏎3⏎??⏎1⏎b⏎", "Good Again Again")]
    [InlineData(" 3 q⏎", "Good")]
    [InlineData(" 3 !q⏎", "Good")]
    [InlineData(" 3:!q⏎", "Good")]
    [InlineData(" 3 !3⏎4a!⏎", "Good Easy Good", "Regrade")]
    [InlineData(" 3 u⏎4 4!q⏎", "Good Easy Easy", "Undo")]
    [InlineData(" 3!u⏎4 4!q⏎", "Good Easy Easy", "Undo")]
    [InlineData(" x⏎?g3", "Good")]
    [InlineData(" 3 4a⌫⌫b⌫a⏎", "Good Easy Good")]
    [InlineData(" 3 4^d", "Good Easy")]
    [InlineData(" 3", "Good")]
    [InlineData("", "")]
    public async Task Keys_answer(string keys, string grades, string other = "Review")
    {
        using var shell = ShellWith(keys);

        var result = await shell.RunAsync("study", "--order", "deck");

        Assert.Equal(0, result.ExitCode);
        var log = Log(shell);
        var reviews = log.Where(logged => logged.Event.Kind == ReviewEventKind.Review);
        Assert.Equal(grades, string.Join(' ', reviews.Select(logged => logged.Event.Grade)));
        Assert.All(
            log.Where(logged => logged.Event.Kind != ReviewEventKind.Review),
            logged => Assert.Equal(other, logged.Event.Kind.ToString())
        );
        Assert.Contains("Result\n", ScreenText.Of(result.Output, 60), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_a_grade_back_sees_the_answer_and_the_waits_again()
    {
        using var shell = ShellWith(" 3 u4");

        var result = await shell.RunAsync("study", "--order", "deck");

        var text = ScreenText.Of(result.Output, 60);
        var waits = text.Split('\n').Where(line => line.StartsWith("→ 1 again", StringComparison.Ordinal)).ToList();
        Assert.Equal(waits[0], waits[2]);
        Assert.Contains(
            "What is long?\n\n  The Nile.\n\nHow well",
            text[text.IndexOf("Undone.", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_session_reads_well()
    {
        using var shell = ShellWith(" 3Amazon⏎⏎?4x⏎a!⏎");

        var result = await shell.RunAsync("study", "--order", "deck");

        Assert.Equal(
            """
            Quiz: Rivers
            Answers end with Enter, grades are one key.
            `?` hint · `??` answer · `!u` undo ·
            `!b` bury · `!s` suspend · `!q` end

            1 of 3 · to come: 2 new ────────────────────────────────────

            What is long?

            → think (or write), then Enter or Space
            ›
              The Nile.

            How well did you know it?
            → 1 again (10 min)
              2 hard (15 min)
              3 good (2 d)
              4 easy (8 d)
              u undo · q end · ? keys
            › 3
              good → 2 d

            2 of 3 · to come: 1 new ━━━━━━━━━━━━────────────────────────

            What is wide?

            → think (or write), then Enter or Space
            › Amazon
            ›
              The Amazon.

            How well did you know it?
            → 1 again (10 min)
              2 hard (15 min)
              3 good (2 d)
              4 easy (8 d)
              u undo · q end · ? keys
            › ?
              1 2 3 4  grade
              u  take the last grade back
              q  end with the result
              !1 to !4  change the last grade
              !b  put off until tomorrow
              !s  suspend
            › 4
              easy → 8 d

            3 of 3 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────

            Which is in Europe?

            a) Rhine
            b) Nile

            → a letter · ?? answer
            › x
            ! Type a letter from a to b. `??` gives the answer.
            › a!
              ✓ Right.
              good → 2 d

            Result

              You got 3 of 3.
              ✓ 1 What is long?
              ✓ 2 What is wide?
              ✓ 3 Which is in Europe?

                sure: 1, 1 right

            → !u: take the last grade back · an empty line: the end
            ›
            """,
            ScreenText.Of(result.Output, 60).Replace('\u00A0', ' ')
        );
    }

    /// <summary>Enter is the rest of a typed line only if it comes at once; later it reveals the next answer.</summary>
    [Fact]
    public async Task Enter_after_a_while_is_a_key_of_its_own()
    {
        using var shell = ShellWith(" 3⏎4", new SlowLearner());

        await shell.RunAsync("study", "--order", "deck");

        Assert.Equal([Grade.Good, Grade.Easy], Log(shell).Select(logged => logged.Event.Grade!.Value));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_told_on_the_screen()
    {
        using var shell = ShellWith(" 3 4x⏎a⏎");

        var result = await shell.RunAsync("study", "--order", "deck");

        Assert.Contains("\n! Type a letter from a to b.", ScreenText.Of(result.Output, 60), StringComparison.Ordinal);
        Assert.DoesNotContain("letter", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_grades_are_two_keys()
    {
        using var shell = ShellWith(" 32!q⏎");
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            """{"study.grades":"two"}""",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("study", "--order", "deck");

        Assert.Contains("→ 1 fail (10 min)   2 pass (2 d)", ScreenText.Of(result.Output, 60), StringComparison.Ordinal);
        Assert.Equal([Grade.Good], Log(shell).Select(logged => logged.Event.Grade!.Value));
    }

    [Theory]
    [InlineData("b⏎y⏎", true)]
    [InlineData("b⏎⏎", true)]
    [InlineData("b⏎n⏎", false)]
    public async Task What_an_exam_asks_at_its_end_is_answered_by_a_line(string keys, bool isDue)
    {
        using var shell = ShellWith(keys);

        await shell.RunAsync("study", "--mode", "exam");

        ReviewEventKind[] due = [ReviewEventKind.Review, ReviewEventKind.DueNow];
        Assert.Equal(isDue ? due : due[..1], Log(shell).Select(logged => logged.Event.Kind));
    }

    [Fact]
    public async Task Help_names_the_grades_that_there_are()
    {
        using var shell = ShellWith(" ?2!q⏎");
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            """{"study.grades":"two"}""",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("study", "--order", "deck");

        var shown = ScreenText.Of(result.Output, 60);
        Assert.Contains("\n  1 2  grade\n", shown, StringComparison.Ordinal);
        Assert.Contains("\n  !1 or !2  change the last grade\n", shown, StringComparison.Ordinal);
    }

    /// <summary>While a command runs, keys come through the same reader that ends with it.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Keys_answer_while_a_command_runs()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the command is sh(1)'s");
        }

        using var shell = ShellWith(" 3 4!q⏎");

        var result = await shell.RunAsync("while", "--", "sh", "-c", "sleep 2; echo built; exit 5");

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("You got 2 of 2.", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nbuilt\n", result.Output, StringComparison.Ordinal);
    }

    private static Shell ShellWith(string keys, TimeProvider? clock = null)
    {
        var screen = Keyboard.Screen(keys);
        var shell = new Shell
        {
            Adjust = terminal =>
                terminal with
                {
                    IsInteractive = true,
                    Screen = screen,
                    Clock = clock ?? terminal.Clock,
                },
        };
        shell.Folder.With("rivers.deck.md", Deck);
        return shell;
    }

    private static ImmutableArray<LoggedEvent> Log(Shell shell)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System);
        return [.. log.ReadAll().Where(logged => logged.Event.Kind != ReviewEventKind.Seen)];
    }

    /// <summary>A second goes by whenever somebody looks.</summary>
    private sealed class SlowLearner : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
