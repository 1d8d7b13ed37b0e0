using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests;

public sealed class LogTests : IDisposable
{
    private readonly Shell shell = new();

    private string LogPath => DataFolder.ReviewLogIn(shell.DataFolder);

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Path_says_where_the_log_is_and_creates_nothing()
    {
        Assert.Equal(new ShellResult(0, LogPath + "\n", ""), await shell.RunAsync("log", "path"));
        Assert.False(File.Exists(LogPath));
    }

    [Theory]
    [InlineData("due", 0)]
    [InlineData("stats", 0)]
    [InlineData("log verify", 0)]
    [InlineData("study", 1)]
    public async Task Only_studying_exchanges_with_the_sync_folder(string line, int files)
    {
        using var exchange = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            $$"""{ "sync.folder": "{{exchange.Path.Replace(@"\", @"\\", StringComparison.Ordinal)}}" }""",
            TestContext.Current.CancellationToken
        );
        shell.Folder.With("small.deck.md", TestDecks.Small);
        Answer("small/sum");

        await shell.RunAsync(line.Split(' '));

        Assert.Equal(files, Directory.GetFiles(exchange.Path).Length);
    }

    [Fact]
    public async Task Verify_finds_nothing_in_a_sound_log()
    {
        Assert.Equal(new ShellResult(0, "sound: 0 events of 0 items\n", ""), await shell.RunAsync("log", "verify"));
        Answer("small/sum", "small/fruit", "small/sum");
        Assert.Equal(new ShellResult(0, "sound: 3 events of 2 items\n", ""), await shell.RunAsync("log", "verify"));
    }

    [Fact]
    public async Task Verify_lists_what_differs_and_fix_makes_it_anew()
    {
        Answer("small/sum", "small/fruit");
        using (var connection = new SqliteConnection($"Data Source={LogPath};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE items SET lapses = 7 WHERE item = 'small/sum'";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var found = await shell.RunAsync("log", "verify");
        Assert.Equal((1, "small/sum\n"), (found.ExitCode, found.Output));
        Assert.Contains("log verify --fix", found.Error, StringComparison.Ordinal);

        var made = await shell.RunAsync("log", "verify", "--fix");
        Assert.Equal((0, "sound: 2 events of 2 items\n"), (made.ExitCode, made.Output));
        Assert.Contains("made 1 state anew", made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_taken_in_by_another_log_once()
    {
        Answer("small/sum", "small/fruit");
        var before = Events(shell);
        var toOutput = await shell.RunAsync("log", "export");
        var toFile = await shell.RunAsync("log", "export", "all.jsonl");
        Assert.Equal((0, 0), (toOutput.ExitCode, toFile.ExitCode));
        Assert.Equal(toOutput.Output, shell.Read("all.jsonl"));

        using var other = new Shell();
        other.Folder.With("all.jsonl", toOutput.Output);
        Assert.Equal(
            new ShellResult(0, "2 events taken in, 0 known already\n", ""),
            await other.RunAsync("log", "import", "all.jsonl")
        );
        Assert.Equal(
            new ShellResult(0, "0 events taken in, 2 known already\n", ""),
            await other.RunAsync("log", "import", "all.jsonl")
        );
        Assert.Equal(before, Events(other));
    }

    [Fact]
    public async Task Import_names_lines_that_it_cannot_read_and_takes_in_the_others()
    {
        Answer("small/sum", "small/fruit");
        var lines = (await shell.RunAsync("log", "export")).Output.Split('\n');
        using var other = new Shell();
        other.Folder.With("all.jsonl", $"{lines[0]}\nnonsense\n{lines[1]}\n");

        var result = await other.RunAsync("log", "import", "all.jsonl");

        Assert.Equal((1, "2 events taken in, 0 known already\n"), (result.ExitCode, result.Output));
        Assert.Equal("all.jsonl:2: error: this is not JSON; all other lines were taken in\n", result.Error);
    }

    [Fact]
    public async Task What_is_no_export_is_told_in_one_line_with_the_first_bad_one()
    {
        shell.Folder.With("passwd", $"\n{string.Concat(Enumerable.Repeat("root:x:0\n", 5000))}");

        Assert.Equal(
            new ShellResult(
                2,
                "",
                "passwd:2: error: this is not JSON; none of 5000 lines is an event, so this is no export: nothing was taken in\n"
            ),
            await shell.RunAsync("log", "import", "passwd")
        );
    }

    [Theory]
    [InlineData("log", "import", "absent.jsonl")]
    [InlineData("log", "export", "absent/all.jsonl")]
    [InlineData("log", "reset", "absent")]
    [InlineData("log", "forget", "absent", "--yes")]
    [InlineData("log", "orphans", "absent")]
    [InlineData("log", "import")]
    [InlineData("log", "tidy")]
    [InlineData("log")]
    public async Task What_cannot_be_done_answers_2(params string[] args)
    {
        Answer("small/sum");

        var result = await shell.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual("", result.Error);
        Assert.Single(Events(shell));
    }

    [Theory]
    [InlineData("due")]
    [InlineData("stats")]
    [InlineData("study")]
    [InlineData("log verify")]
    [InlineData("log export")]
    [InlineData("log orphans")]
    [InlineData("log reset small")]
    [InlineData("log forget small --yes")]
    public async Task A_log_that_cannot_be_read_is_no_empty_one(string line)
    {
        shell.Folder.With("small.deck.md", TestDecks.Small);
        Directory.CreateDirectory(LogPath);

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{LogPath} cannot be opened: it is a folder. ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("log verify")]
    [InlineData("log export")]
    public async Task A_data_folder_that_is_a_file_is_told(string line)
    {
        shell.Folder.With("small.deck.md", TestDecks.Small).With("data", "");
        shell.Adjust = terminal => terminal with { Environment = _ => shell.Folder["data"] };

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("data is a file, not a folder. Set WSGILSP_DATA", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_may_not_be_entered_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("This user may enter any folder.");
            return;
        }

        Answer("small/sum");
        var closed = new DirectoryInfo(shell.DataFolder);
        var mode = closed.UnixFileMode;
        try
        {
            closed.UnixFileMode = UnixFileMode.None;
            var result = await shell.RunAsync("log", "verify");

            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains("Check the folder's permissions", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            closed.UnixFileMode = mode;
        }
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_last_one()
    {
        shell.Folder.With("all.jsonl", "the last one\n");
        Directory.CreateDirectory(LogPath);

        var result = await shell.RunAsync("log", "export", "all.jsonl");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("the last one\n", shell.Read("all.jsonl"));
        Assert.Single(Directory.GetFiles(shell.Folder.Path));
    }

    [Fact]
    public async Task Reset_lets_a_deck_or_a_card_begin_anew()
    {
        Answer("small/sum", "small/fruit", "small/fruit/c1", "smaller/sum");

        var card = await shell.RunAsync("log", "reset", "small/fruit");
        Assert.Equal(new ShellResult(0, "2 items of small/fruit reset\n", ""), card);
        Assert.Equal(["small/sum", "smaller/sum"], Learned());

        var deck = await shell.RunAsync("log", "reset", "small");
        Assert.Equal("1 item of small reset\n", deck.Output);
        Assert.Equal(["smaller/sum"], Learned());
        Assert.Equal(7, Events(shell).Length);
    }

    [Fact]
    public async Task A_name_that_is_nearly_right_is_answered_with_the_right_one()
    {
        Answer("small/fruit");

        Assert.Contains(
            "small/fruit",
            (await shell.RunAsync("log", "reset", "small/friut")).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Forget_deletes_only_when_told_so()
    {
        Answer("small/sum", "small/fruit", "other/a");

        var unasked = await shell.RunAsync("log", "forget", "small");
        Assert.Equal(2, unasked.ExitCode);
        Assert.Contains("delete 2 events of 2 items; --yes does it", unasked.Error, StringComparison.Ordinal);
        Assert.Equal(3, Events(shell).Length);

        var result = await shell.RunAsync("log", "forget", "small", "--yes");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("2 events of 2 items deleted\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["other/a"], Events(shell).Select(e => e.Event.Item));
        var backup = result.Output.Split('\n')[1].Split(": ", 2)[1];
        using var copy = ReviewLog.Open(backup, TimeProvider.System);
        Assert.Equal(3, copy.ReadAll().Length);
    }

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("n\n", 1)]
    [InlineData("\n", 1)]
    [InlineData("", 1)]
    public async Task Forget_asks_at_a_terminal(string answer, int left)
    {
        Answer("small/sum");
        shell.In = new StringReader(answer);
        shell.Adjust = terminal => terminal with { IsInteractive = true };

        var result = await shell.RunAsync("log", "forget", "small/sum");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "Delete 1 event of 1 item? A backup is made first. [y/N] ",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(left, Events(shell).Length);
    }

    [Fact]
    public async Task Orphans_are_what_was_learned_from_cards_that_are_gone()
    {
        shell.Folder.With("small.deck.md", TestDecks.Small);
        Answer("small/sum", "small/gone", "small/unknown");
        using (var log = Open(shell))
        {
            var seen = new SeenItem
            {
                DeckId = "small",
                CardId = "gone",
                Kind = Decks.Model.CardKind.Recall,
                Prompt = "What is gone?\n\nMore.",
            };
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Seen,
                    Item = seen.Key,
                    Given = seen.ToJson(),
                }
            );
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Seen,
                    Item = "small/never-answered",
                    Given = seen.ToJson(),
                }
            );
        }

        Assert.Equal(
            new ShellResult(
                0,
                """
                card           question
                small/gone     What is gone?
                small/unknown  (not known)
                2 items of cards that are in none of these decks

                """,
                ""
            ),
            await shell.RunAsync("log", "orphans")
        );
    }

    [Fact]
    public async Task A_session_takes_in_what_other_computers_wrote()
    {
        using var exchange = new TempFolder();
        using var other = new Shell { In = new StringReader("b\n") };
        const string deck = "# Fruit\n\n## Which?\n<!-- card: shuffle=false -->\n\n- [ ] Stone\n- [x] Apple\n";
        foreach (var one in new[] { shell, other })
        {
            one.Folder.With("fruit.deck.md", deck);
            await File.WriteAllTextAsync(
                Path.Join(one.DataFolder, "settings.json"),
                $$"""{"sync.folder": "{{exchange.Path}}"}""",
                TestContext.Current.CancellationToken
            );
        }

        await other.RunAsync("study");
        await other.RunAsync("study");
        var result = await shell.RunAsync("study");

        Assert.StartsWith("wsgilsp: nothing is due now", result.Error, StringComparison.Ordinal);
        Assert.Equal(Events(other), Events(shell));
        Assert.Single(Events(shell));
    }

    [Fact]
    public async Task A_sync_folder_that_is_not_there_hinders_no_session()
    {
        shell.In = new StringReader("b\n");
        shell.Folder.With(
            "fruit.deck.md",
            "# Fruit\n\n## Which?\n<!-- card: shuffle=false -->\n\n- [ ] Stone\n- [x] Apple\n"
        );
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            $$"""{"sync.folder": "{{shell.Folder["absent"]}}"}""",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("study");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("is not there", result.Error, StringComparison.Ordinal);
        Assert.Single(Events(shell));
    }

    private static ReviewLog Open(Shell shell) =>
        ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System);

    private static ImmutableArray<LoggedEvent> Events(Shell shell)
    {
        using var log = Open(shell);
        return [.. log.ReadAll().Where(logged => logged.Event.Kind != ReviewEventKind.Seen)];
    }

    private void Answer(params string[] items)
    {
        using var log = Open(shell);
        foreach (var item in items)
        {
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = item,
                    Grade = Grade.Good,
                }
            );
        }
    }

    private IEnumerable<string> Learned()
    {
        using var log = Open(shell);
        return [.. log.ReadItemStates().Known.Where(known => !known.Value.IsNew).Select(known => known.Key).Order()];
    }
}
