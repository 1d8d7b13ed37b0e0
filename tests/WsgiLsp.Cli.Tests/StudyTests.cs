using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests;

public class StudyTests
{
    private const string Fruit = """
        # Fruit

        ## Which is a fruit?
        <!-- card: shuffle=false -->

        - [ ] Stone
        - [x] Apple

        ## Which is a stone?
        <!-- card: shuffle=false -->

        - [x] Granite
        - [ ] Pear

        """;

    [Fact]
    public async Task Cards_that_cannot_be_asked_are_counted()
    {
        using var shell = new Shell { In = new StringReader("") };
        shell.Folder.With("fruit.deck.md", Fruit).With("t.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("study");

        Assert.Contains(
            "wsgilsp: 1 card cannot be asked; wsgilsp check says what is wrong there\n",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("--deck", "fruit")]
    [InlineData("--mode", "recall")]
    public async Task Cards_that_cannot_be_asked_count_only_where_they_are_wanted(string option, string value)
    {
        using var shell = new Shell { In = new StringReader("") };
        shell
            .Folder.With("fruit.deck.md", Fruit + "## What is a stone fruit?\n\nA plum.\n")
            .With("t.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("study", option, value);

        Assert.Contains("# Quiz: Fruit\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData(7, "wsgilsp: nothing to ask: no card is a leech, which is missed 8 times or more\n")]
    [InlineData(8, "")]
    public async Task Leeches_are_what_was_missed_eight_times(int misses, string said)
    {
        using var shell = new Shell { In = new StringReader("") };
        shell.Folder.With("t.deck.md", "# T\n\n## What is a worker?\n\nA process.\n");
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow().AddYears(-5));
        using (var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), clock))
        {
            for (var answer = 0; answer < misses * 2; answer++)
            {
                log.Append(
                    new ReviewEvent
                    {
                        Kind = ReviewEventKind.Review,
                        Item = "t/what-is-a-worker",
                        Grade = answer % 2 == 0 ? Grade.Easy : Grade.Again,
                    }
                );
                clock.Now += TimeSpan.FromDays(30);
            }
        }

        var result = await shell.RunAsync("study", "--leeches");

        Assert.Equal(said, result.Error);
        Assert.Equal(said.Length == 0, result.Output.Contains("What is a worker?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "--card",
        "which-is-a-friut",
        "no card 'which-is-a-friut' in these decks; did you mean 'which-is-a-fruit'?"
    )]
    [InlineData("--deck", "friut", "no deck 'friut' in these decks; did you mean 'fruit'?")]
    [InlineData("--tag", "nosuch", "no tag 'nosuch' in these decks")]
    [InlineData("--group", "nosuch", "no group 'nosuch' in these decks")]
    public async Task What_is_in_no_deck_cannot_be_asked(string option, string value, string told)
    {
        using var shell = new Shell();
        shell.Folder.With("fruit.deck.md", Fruit);

        Assert.Equal(new ShellResult(2, "", $"wsgilsp: {told}\n"), await shell.RunAsync("study", option, value));
    }

    [Fact]
    public async Task Who_answers_a_suspended_card_by_its_name_takes_that_back()
    {
        using var shell = new Shell { In = new StringReader("!s\n") };
        shell.Folder.With("fruit.deck.md", Fruit);
        await shell.RunAsync("study", "--card", "which-is-a-fruit");

        shell.In = new StringReader("b\n");
        var result = await shell.RunAsync("study", "--card", "which-is-a-fruit");

        Assert.Contains(
            "> It was suspended; from now on it is asked again.\n> good",
            result.Output,
            StringComparison.Ordinal
        );
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System);
        Assert.False(log.ReadItemStates()["fruit/which-is-a-fruit"].IsSuspended);

        shell.In = new StringReader("b\n");
        var again = await shell.RunAsync("study", "--card", "which-is-a-fruit");
        Assert.DoesNotContain("suspended", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_not_ended_is_resumed()
    {
        using var shell = new Shell { In = new StringReader("b\n?\n") };
        shell.Folder.With("fruit.deck.md", Fruit);
        var left = await shell.RunAsync("study", "--order", "deck");
        Assert.Contains("## Result", left.Output, StringComparison.Ordinal);

        shell.In = new StringReader("a\n");
        var resumed = await shell.RunAsync("study", "--resume");

        Assert.StartsWith("# Quiz: Fruit\n", resumed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("## 1 ", resumed.Output, StringComparison.Ordinal);
        Assert.Contains("## 2 · Which is a stone?\n", resumed.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 2", resumed.Output, StringComparison.Ordinal);

        var over = await shell.RunAsync("study", "--resume");
        Assert.Equal("wsgilsp: no session of today is unfinished; wsgilsp study begins one\n", over.Error);
        Assert.Equal(0, over.ExitCode);
    }

    [Fact]
    public async Task Of_a_session_whose_deck_changed_the_rest_is_asked()
    {
        using var shell = new Shell { In = new StringReader("b\n") };
        shell.Folder.With("fruit.deck.md", Fruit);
        await shell.RunAsync("study", "--order", "deck");
        shell.Folder.With("fruit.deck.md", Fruit.Replace("Apple", "Pear", StringComparison.Ordinal));

        var result = await shell.RunAsync("study", "--resume");

        Assert.Contains("this is the rest", result.Error, StringComparison.Ordinal);
        Assert.Contains("## 1 · Which is a stone?\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Which is a fruit?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decks_of_one_name_are_told_apart()
    {
        using var shell = new Shell { In = new StringReader("") };
        shell
            .Folder.With("a/n.deck.md", Fruit)
            .With("b/n.deck.md", "# B\n\n## What is a row?\n\nA line.\n\n## What is SQL?\n\nA language.\n");

        var result = await shell.RunAsync("study");

        var (one, other) = (Path.Join("a", "n.deck.md"), Path.Join("b", "n.deck.md"));
        Assert.Equal(
            $"wsgilsp: {other}: another deck has this name, {one}, and what you learn from both would mix; give this one an id\n",
            result.Error
        );
    }

    [Fact]
    public async Task Who_resumes_does_not_choose()
    {
        using var shell = new Shell();
        var result = await shell.RunAsync("study", "--resume", "--limit", "3");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("leave the other options out", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_browser_wants_the_web()
    {
        using var shell = new Shell();
        var result = await shell.RunAsync("study", "--no-browser");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--web is not there", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no browser can be opened from here")]
    [InlineData("SSH_CONNECTION", "this machine has no display; from yours, `ssh -L ")]
    public async Task Where_no_browser_can_be_opened_the_address_is_told(string variable, string message)
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        using var shell = new Shell { Adjust = terminal => terminal with { CatchInterrupt = () => interrupt.Token } };
        shell.Environment[variable] = "set";
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study", "--web");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("^http://127[.]0[.]0[.]1:[0-9]+/[0-9a-f]{32}/\n$", result.Output);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_due_comes_with_advice()
    {
        using var shell = new Shell { In = new StringReader("b\na\n") };
        shell.Folder.With("fruit.deck.md", Fruit);
        await shell.RunAsync("study");

        var result = await shell.RunAsync("study");

        Assert.StartsWith("wsgilsp: nothing is due now.", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(" --card ID asks a card all the same.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piped_session_is_the_transcript_alone()
    {
        using var shell = new Shell { In = new StringReader("b\nx\na\n") };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study");

        Assert.Equal(
            """
            # Quiz: Fruit
            Type your answer and press Enter. `?` hint, `??` answer, `!u` undo, `!q` end. Lines with `>` are written for you.

            ## 1 · Which is a fruit?

            - a) Stone
            - b) Apple

            → a letter · ?? answer
            > ✓ Right.
            > good → 2 d

            ## 2 · Which is a stone?

            - a) Granite
            - b) Pear

            → a letter · ?? answer
            > ✓ Right.
            > good → 2 d

            ## Result

            > You got 2 of 2.
            > ✓ 1 Which is a fruit?
            > ✓ 2 Which is a stone?


            """,
            result.Output
        );
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["fruit/which-is-a-fruit", "fruit/which-is-a-stone"], Log(shell).Select(e => e.Event.Item));
    }

    [Fact]
    public async Task An_exam_says_nothing_before_its_end()
    {
        using var shell = new Shell { In = new StringReader("b\nb\n!1 a\ny\n\n") };
        shell.Folder.With("fruit.deck.md", Fruit + "## Which grows?\n\nA tree.\n");

        var result = await shell.RunAsync("study", "--mode", "exam", "--order", "deck");

        Assert.Equal(
            """
            # Exam: Fruit
            Type your answer and press Enter. `!3 b` changes item 3, `!u` takes back the last answer, `!q` ends. Lines with `>` are written for you.
            > 2 items, 2 min, passed at 80 %. 1 recall card left out.

            ## 1 · Which is a fruit?

            - a) Stone
            - b) Apple

            → a letter · ?? skip · 2 min left
            > noted

            ## 2 · Which is a stone?

            - a) Granite
            - b) Pear

            → a letter · ?? skip · 2 min left
            > noted

            ## Result

            > ✓ 1 Which is a fruit?
            >   ✓ Right.
            >
            > ✗ 2 Which is a stone?
            >   ✗ No, the answer is a.
            >
            > You got 1 of 2 (50 %): not passed, 80 % is needed.
            > 1 recall card left out.

            → 1 missed: due today? y n
            > 1 due today

            → again: what you missed once more · an empty line: the end

            """,
            result.Output
        );
        Assert.Equal("wsgilsp: Type y to make due today what you missed, or n. An empty line says y.\n", result.Error);
        Assert.Equal(0, result.ExitCode);

        shell.In = new StringReader("a\n");
        result = await shell.RunAsync("study", "--missed");
        Assert.Contains("## 1 · Which is a stone?", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("## 2 ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exam_that_is_left_makes_nothing_due()
    {
        using var shell = new Shell { In = new StringReader("a\n") };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study", "--mode", "exam", "--order", "deck");

        Assert.Contains("→ 1 missed: due today? y n\n> left as it is\n\n", result.Output, StringComparison.Ordinal);
        Assert.Equal([ReviewEventKind.Review], Log(shell).Select(e => e.Event.Kind));
    }

    [Fact]
    public async Task A_cheat_sheet_is_printed_and_what_it_shows_is_peeked_at()
    {
        using var shell = new Shell();
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study", "--mode", "cheat-sheet", "fruit.deck.md");

        Assert.Equal("# Fruit\n\n## Which is a fruit?\n\nApple\n\n## Which is a stone?\n\nGranite\n", result.Output);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [(ReviewEventKind.Peek, "fruit/which-is-a-fruit"), (ReviewEventKind.Peek, "fruit/which-is-a-stone")],
            Log(shell).Select(e => (e.Event.Kind, e.Event.Item!)).Order()
        );
    }

    [Fact]
    public async Task The_end_of_input_ends_it_with_what_was_answered()
    {
        using var shell = new Shell { In = new StringReader("b\n") };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("> You got 1 of 1.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("again: ", result.Output, StringComparison.Ordinal);
        Assert.Single(Log(shell));
    }

    [Fact]
    public async Task An_interrupt_ends_it_with_what_was_answered()
    {
        using var interrupt = new CancellationTokenSource();
        using var input = new StringThenInterrupt("b", interrupt);
        using var shell = new Shell { In = input, Adjust = t => t with { CatchInterrupt = () => interrupt.Token } };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("> You got 1 of 1.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_missed_can_be_asked_again()
    {
        using var shell = new Shell { In = new StringReader("a\na\nb\nagain\nb\n") };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study");

        Assert.Contains("→ again: what you missed once more", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("> You got 1 of 1.\n> ✓ 1 Which is a fruit?\n\n", result.Output, StringComparison.Ordinal);
        Assert.Equal([Grade.Again, Grade.Good, Grade.Good, Grade.Good], Log(shell).Select(e => e.Event.Grade));
    }

    [Fact]
    public async Task Limit_order_and_seed_decide_what_is_asked()
    {
        var deck = string.Concat(Enumerable.Range(1, 9).Select(n => $"# Question {n}?\n\nAnswer.\n\n"));
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "---\ncard-level: 1\n---\n\n" + deck);

        var plain = await AskedAsync("study", "--limit", "2");
        var shuffled = await AskedAsync("study", "--all", "--order", "random", "--seed", "3");

        Assert.Equal(["## 1 · Question 1?", "## 2 · Question 2?"], plain);
        Assert.Equal(9, shuffled.Distinct().Count());
        Assert.NotEqual(shuffled.Select(line => line[^2]).Order(), shuffled.Select(line => line[^2]));
        Assert.Equal(shuffled, await AskedAsync("study", "--all", "--order", "random", "--seed", "3"));

        async Task<string[]> AskedAsync(params string[] args)
        {
            shell.In = new StringReader(string.Concat(Enumerable.Repeat("\n3\n", 9)));
            var result = await shell.RunAsync(args);
            return [.. result.Output.Split('\n').Where(line => line.Contains("· Question", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task A_terminal_shows_progress()
    {
        using var shell = new Shell
        {
            In = new StringReader("b\na\n"),
            Adjust = terminal => terminal with { IsInteractive = true },
        };
        shell.Folder.With("fruit.deck.md", Fruit);

        var result = await shell.RunAsync("study");

        Assert.Contains("\n1 of 2\n## 1 · ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n2 of 2\n## 2 · ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_decks_share_a_session()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", "# A\n\n## One?\n\n1\n")
            .With("b.deck.md", "# B\n\n## Two?\n\n2\n")
            .With("c.deck.md", "# C\n\n## Three?\n\n3\n");

        Assert.StartsWith("# Quiz: A\n", (await shell.RunAsync("study", "a.deck.md")).Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "# Quiz: A and 2 other decks\n",
            (await shell.RunAsync("study")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_to_ask_is_said()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "# A\n\n## Sources\n\nA book.\n");

        var result = await shell.RunAsync("study");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("wsgilsp: nothing to ask", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_cannot_be_used_answers_2()
    {
        using var shell = new Shell { In = new StringReader("b\n") };
        shell.Folder.With("fruit.deck.md", Fruit);
        await File.WriteAllTextAsync(
            DataFolder.ReviewLogIn(shell.DataFolder),
            "this is no database, but long enough to be taken for one",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("study");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("reviews.db", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", result.Output, StringComparison.Ordinal);
    }

    private static ImmutableArray<LoggedEvent> Log(Shell shell)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System);
        return [.. log.ReadAll().Where(logged => logged.Event.Kind != ReviewEventKind.Seen)];
    }

    /// <summary>Gives one line, then is interrupted while it waits for the next.</summary>
    private sealed class StringThenInterrupt(string line, CancellationTokenSource interrupt) : TextReader
    {
        private readonly TaskCompletionSource released = new();
        private bool given;

        public override string? ReadLine()
        {
            if (!given)
            {
                given = true;
                return line;
            }

            interrupt.Cancel();
            released.Task.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            released.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
