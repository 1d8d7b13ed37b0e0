using System.Text.Json.Nodes;
using WsgiLsp.Protocol;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Tests.Workspace;

namespace WsgiLsp.Server.Tests.Features.Histories;

/// <summary>What an editor is told of what the log knows, and what can be done about it.</summary>
public class HistoryTests
{
    private const string Whole = "# T\n\n## What is a worker?\n\nLoads modules eagerly. Writes logs lazily.\n";
    private const string Halves =
        "# T\n\n## What is a worker?\n\nLoads modules eagerly.\n\n## What is a worker?\n\nWrites logs lazily.\n";
    private const string Worker = "d/what-is-a-worker";

    [Fact]
    public async Task A_doubtful_card_gets_the_history_that_is_chosen_for_it()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Halves);
        var published = await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        Assert.Equal(
            "Reworded? It may be \"What is a worker?\" (1 review): attach that history, or start fresh.",
            (string?)published["diagnostics"]!.AsArray().Last()!["message"]
        );

        var actions = await folder.ActionsAsync("d.deck.md", 6);
        Assert.Contains("Start fresh", actions.Keys);
        Assert.Contains(
            "id=what-is-a-worker-1",
            folder.Apply("d.deck.md", actions["Pin its id"]),
            StringComparison.Ordinal
        );
        await folder.RunAsync(actions["Attach the history of \"What is a worker?\""]);
        await folder.UntilAsync("d.deck.md", "");

        Assert.Equal(1, folder.State(Worker + "-1").Repetitions);
        Assert.True(folder.State(Worker).IsNew);

        // The same again is out of date.
        Assert.Equal(
            (int)ErrorCodes.InvalidParams,
            await FailAsync(folder, actions["Attach the history of \"What is a worker?\""]["command"]!)
        );
    }

    [Fact]
    public async Task A_doubtful_card_starts_fresh()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        folder.Server.Folder.With("d.deck.md", Halves);
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Halves);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))["Start fresh"]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");

        // The other half is still to be decided, and can have what was learned.
        await folder.RunAsync(
            (await folder.ActionsAsync("d.deck.md", 2))["Attach the history of \"What is a worker?\""]
        );
        await folder.UntilAsync("d.deck.md", "");
        Assert.True(folder.State(Worker + "-1").IsNew);
        Assert.Equal(1, folder.State(Worker).Repetitions);
    }

    [Fact]
    public async Task Candidates_that_ask_nearly_the_same_are_told_apart()
    {
        await using var folder = LearnedFolder
            .Of(
                (
                    "d.deck.md",
                    """
                    # T

                    ## Which Gunicorn option sets the number of worker processes?

                    The option --workers, or its short form -w, followed by a number of processes.

                    ## Which Gunicorn option sets the number of worker threads?

                    The option --threads, followed by a number of threads for each worker.

                    ## What does the master process of Gunicorn do when a worker dies?

                    It starts another worker process in its place at once, and writes a line to the error log.

                    ## Who was the author of the first WSGI specification?

                    Phillip J. Eby wrote it, in the year 2003.
                    """
                )
            )
            .Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync(
            "d.deck.md",
            """
            # T

            ## With which Gunicorn option do you set the number of workers?

            The option is followed by a number; there are threads or processes for each worker.

            ## What happens in Gunicorn when one of the workers dies?

            The master notices it and starts a new one at once.

            ## Who was the author of the first WSGI specification?

            Phillip J. Eby wrote it, in the year 2003.
            """
        );
        var published = await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        Assert.Equal(
            "Reworded? It may be \"…the number of worker threads?\" (1 review) or \"…number of worker processes?\" (1 review): attach a history, or start fresh.",
            (string?)published["diagnostics"]![0]!["message"]
        );
    }

    [Fact]
    public async Task Candidates_that_ask_the_same_are_told_apart_by_their_answers()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Halves)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Whole);
        var published = await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        Assert.StartsWith(
            "Reworded? It may be \"What is a worker? — Loads…\" (1 review) or \"What is a worker? — Writes…\" (1 review)",
            (string?)published["diagnostics"]![0]!["message"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Attach the history of \"What is a worker? — Writes logs lazily.\"",
            (await folder.ActionsAsync("d.deck.md", 2)).Keys
        );
    }

    [Fact]
    public async Task Starting_fresh_can_be_taken_back()
    {
        const string undo = "Take back \"Start fresh\"";
        const string attach = "Attach the history of \"What is a worker?\"";
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Halves);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        Assert.DoesNotContain(undo, (await folder.ActionsAsync("d.deck.md", 6)).Keys);
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))["Start fresh"]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");

        // Saving does not make it final.
        await folder.SaveAsync("d.deck.md", Halves + "\n", version: 3);
        await folder.SettleAsync("d.deck.md");
        var action = (await folder.ActionsAsync("d.deck.md", 6))[undo];
        await folder.RunAsync(action);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        Assert.Equal((int)ErrorCodes.InvalidParams, await FailAsync(folder, action["command"]!));
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))[attach]);
        await folder.UntilAsync("d.deck.md", "");
        Assert.Equal(1, folder.State(Worker + "-1").Repetitions);

        // Nothing is left to be had by the other half.
        Assert.DoesNotContain(undo, (await folder.ActionsAsync("d.deck.md", 2)).Keys);
    }

    [Fact]
    public async Task What_another_card_has_now_is_not_offered_to_one_that_started_fresh()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Halves);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))["Start fresh"]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        await folder.RunAsync(
            (await folder.ActionsAsync("d.deck.md", 2))["Attach the history of \"What is a worker?\""]
        );
        await folder.UntilAsync("d.deck.md", "");
        Assert.DoesNotContain("Take back \"Start fresh\"", (await folder.ActionsAsync("d.deck.md", 6)).Keys);
    }

    [Theory]
    [InlineData("Visual Studio Code", true)]
    [InlineData("Neovim", false)]
    public async Task A_reworded_card_keeps_what_was_learned_and_that_can_be_taken_back(string client, bool hasButton)
    {
        const string reworded = "d/what-does-a-worker-do";
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync(client: client);
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync(
            "d.deck.md",
            Whole.Replace("What is a worker?", "What does a worker do?", StringComparison.Ordinal)
        );
        var said = await folder.Client.ReceiveAsync(hasButton ? "window/showMessageRequest" : "window/showMessage");
        Assert.Equal("1 changed card kept what you learned.", (string?)said["params"]!["message"]);
        Assert.Equal(1, folder.State(reworded).Repetitions);

        if (hasButton)
        {
            await folder.Client.RespondAsync(said, """{"title":"Undo"}""");
        }
        else
        {
            var actions = await folder.ActionsAsync("d.deck.md", 2);
            await folder.RunAsync(actions["Detach the history of \"What is a worker?\""]);
        }

        said = await folder.Client.ReceiveAsync("window/showMessage");
        Assert.Equal(
            "The history is detached. Now the card can have another one, or start fresh.",
            (string?)said["params"]!["message"]
        );
        Assert.True(folder.State(reworded).IsNew);
        Assert.Equal(1, folder.State(Worker).Repetitions);

        // The question stands until it is answered, and undoing can be undone.
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        var left = await folder.ActionsAsync("d.deck.md", 2);
        Assert.DoesNotContain(left, action => IsUndo(action.Key));
        await folder.RunAsync(left["Attach the history of \"What is a worker?\""]);
        await folder.UntilAsync("d.deck.md", "");
        Assert.Equal(1, folder.State(reworded).Repetitions);
    }

    /// <summary>The answer alone must tell the log what its card said, be it the first one ever or not saved yet.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task What_is_answered_in_an_editor_only_follows_its_card(bool hasLog, bool isUnsaved)
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole), ("e.deck.md", "# U\n\n## E?\n\nF.\n"));
        if (hasLog)
        {
            folder.Learn("e.deck.md");
        }

        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        var asked = Whole.Replace("What is a worker?", "What may a worker be?", StringComparison.Ordinal);
        if (isUnsaved)
        {
            await folder.Server.ChangeAsync(2, TestServer.All(asked), "d.deck.md");
        }

        Assert.EndsWith(
            "You got 1 of 1.",
            await folder.QuizAsync("d.deck.md", "Show answer", "Good"),
            StringComparison.Ordinal
        );
        await folder.SaveAsync(
            "d.deck.md",
            Whole.Replace("What is a worker?", "What does a worker do?", StringComparison.Ordinal),
            version: 3
        );
        var said = await folder.Client.ReceiveAsync("window/showMessage");
        Assert.Equal("1 changed card kept what you learned.", (string?)said["params"]!["message"]);
        Assert.Equal(1, folder.State("d/what-does-a-worker-do").Repetitions);
    }

    [Theory]
    [InlineData(
        "## A worker?\n\nA process.\n",
        "## A worker?\n\nTwo **threads**.\n",
        "A process.",
        "Show answer",
        "Good"
    )]
    [InlineData(
        "## A worker?\n\n- [x] A process\n- [ ] A thread\n",
        "## A worker?\n\n- [ ] A process\n- [x] A thread\n",
        "A process",
        "A thread"
    )]
    public async Task A_quiz_says_once_that_the_answer_changed(
        string before,
        string after,
        string learned,
        params string[] buttons
    )
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", before)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", after);
        var changed = $"The answer changed since you learned it. It was: {learned}";
        Assert.Contains(changed, await folder.QuizAsync("d.deck.md", buttons), StringComparison.Ordinal);
        Assert.DoesNotContain(changed, await folder.QuizAsync("d.deck.md", buttons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_undone_is_no_news_and_offers_nothing()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        var other = Whole.Replace("What is a worker?", "What does a worker do?", StringComparison.Ordinal);
        await folder.SaveAsync("d.deck.md", other, version: 2);
        Assert.Equal(["1 changed card kept what you learned."], await folder.SettleAsync("d.deck.md"));
        await folder.SaveAsync("d.deck.md", Whole, version: 3);
        Assert.Empty(await folder.SettleAsync("d.deck.md"));
        Assert.DoesNotContain(await folder.ActionsAsync("d.deck.md", 2), action => IsUndo(action.Key));
        await folder.SaveAsync("d.deck.md", other, version: 4);
        Assert.Empty(await folder.SettleAsync("d.deck.md"));
        Assert.DoesNotContain(await folder.ActionsAsync("d.deck.md", 2), action => IsUndo(action.Key));
        await folder.SaveAsync("d.deck.md", Whole, version: 5);
        Assert.Empty(await folder.SettleAsync("d.deck.md"));
        Assert.DoesNotContain(await folder.ActionsAsync("d.deck.md", 2), action => IsUndo(action.Key));
        Assert.Equal(1, folder.State(Worker).Repetitions);
    }

    private static bool IsUndo(string title) => title.StartsWith("Detach", StringComparison.Ordinal);

    /// <summary>A wrong choice is put right: the other half gets the history, or nobody.</summary>
    [Fact]
    public async Task A_history_that_was_attached_by_mistake_can_go_to_another_card()
    {
        const string attach = "Attach the history of \"What is a worker?\"";
        const string detach = "Detach the history of \"What is a worker?\"";
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Halves);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))[attach]);
        await folder.UntilAsync("d.deck.md", "");
        var undo = (await folder.ActionsAsync("d.deck.md", 6))[detach];
        await folder.RunAsync(undo);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        Assert.Equal((int)ErrorCodes.InvalidParams, await FailAsync(folder, undo["command"]!));

        // Saving decides nothing.
        await folder.SaveAsync("d.deck.md", Halves + "\n", version: 3);
        await folder.SettleAsync("d.deck.md");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))[attach]);
        await folder.UntilAsync("d.deck.md", "");
        Assert.Equal(1, folder.State(Worker).Repetitions);
        Assert.True(folder.State(Worker + "-1").IsNew);

        // Who decided for one half is not asked about it again.
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))[detach]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2 doubtful-history@6");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 6))["Start fresh"]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))[attach]);
        await folder.UntilAsync("d.deck.md", "");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))[detach]);
        await folder.UntilAsync("d.deck.md", "doubtful-history@2");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))["Start fresh"]);
        await folder.UntilAsync("d.deck.md", "");
    }

    [Theory]
    [InlineData("Add a hint", "## A worker?\n\n> [!TIP]\n> What helps to remember it\n\nA process.\n")]
    [InlineData("Turn it around: ask both ways", "## A worker?\n<!-- card: reverse=true -->\n\nA process.\n")]
    [InlineData(
        "Split it in two",
        "## A worker?\n\nA process.\n\n## The second question\n<!-- card: suspend=true -->\n\nThe second answer\n"
    )]
    public async Task A_leech_can_be_changed(string title, string expected)
    {
        await using var folder = LearnedFolder
            .Of(("d.deck.md", "## A worker?\n\nA process.\n"))
            .Learn("d.deck.md", misses: 4);
        await folder.StartAsync("""{"window":{"showDocument":{"support":true}}}""");
        await folder.OpenAsync("d.deck.md");
        var published = await folder.UntilAsync("d.deck.md", "leech@0");
        Assert.Equal(3, (int)published["diagnostics"]![0]!["severity"]!);
        Assert.StartsWith(
            "Missed 4 times: split it, add a hint, turn it around, or suspend it.",
            (string?)published["diagnostics"]![0]!["message"],
            StringComparison.Ordinal
        );

        var action = (await folder.ActionsAsync("d.deck.md", 0))[title];
        Assert.Equal(expected, folder.Apply("d.deck.md", action));
        if (action["command"] is not null)
        {
            var asked = await folder.AskAsync(action);
            var shown = await folder.Client.ReceiveAsync("window/showDocument");
            Assert.Equal(folder.Server.Uri("d.deck.md"), (string?)shown["params"]!["uri"]);
            await folder.Client.RespondAsync(shown, """{"success":true}""");
            Assert.Null((await folder.Client.AnswerAsync(asked))["error"]);
        }
    }

    [Fact]
    public async Task A_leech_can_be_suspended()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md", misses: 5);
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.UntilAsync("d.deck.md", "leech@2");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))["Suspend it"]);
        await folder.UntilAsync("d.deck.md", "");

        Assert.True(folder.State(Worker).IsSuspended);
    }

    [Fact]
    public async Task Three_misses_are_no_leech_and_what_is_ignored_is_not_told()
    {
        await using var folder = LearnedFolder
            .Of(("d.deck.md", Whole), ("e.deck.md", "---\nignore: leech\n---\n" + Whole), ("f.deck.md", Whole))
            .Learn("d.deck.md", misses: 3)
            .Learn("e.deck.md", misses: 4)
            .Learn("f.deck.md", misses: 4);
        await folder.StartAsync();
        foreach (var file in new[] { "d.deck.md", "e.deck.md", "f.deck.md" })
        {
            await folder.OpenAsync(file);
        }

        await folder.UntilAsync("f.deck.md", "leech@2");
        await folder.SaveAsync("f.deck.md", Whole.Replace("lazily", "at ease", StringComparison.Ordinal));
        await folder.Client.SettleAsync();
        Assert.DoesNotContain(
            folder.Client.Unread.Where(message =>
                !message.ToJsonString().Contains("f.deck.md", StringComparison.Ordinal)
            ),
            message => message.ToJsonString().Contains("\"leech\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_deck_of_the_same_name_is_told_to_have_an_id()
    {
        const string other = "# U\n\n## What is SQL?\n\nA language.\n\n## What is a row?\n\nA line.\n";
        await using var folder = LearnedFolder.Of(("a/n.deck.md", other), ("b/n.deck.md", Whole)).Learn("b/n.deck.md");
        await folder.StartAsync("""{"textDocument":{"publishDiagnostics":{"relatedInformation":true}}}""");
        await folder.OpenAsync("a/n.deck.md");
        await folder.OpenAsync("b/n.deck.md");
        await folder.SaveAsync("b/n.deck.md", Whole);
        var published = await folder.UntilAsync("a/n.deck.md", "shared-deck-name@0");
        var found = published["diagnostics"]!.AsArray().First(d => (string?)d!["code"] == "shared-deck-name")!;
        Assert.Contains("../b/n.deck.md", (string?)found["message"], StringComparison.Ordinal);
        Assert.Equal(folder.Server.Uri("b/n.deck.md"), (string?)found["relatedInformation"]![0]!["location"]!["uri"]);

        var fix = (await folder.ActionsAsync("a/n.deck.md", 0))["Give it the id 'a-n'"];
        var named = folder.Apply("a/n.deck.md", fix);
        Assert.StartsWith("---\nid: a-n\n---\n", named, StringComparison.Ordinal);
        await folder.SaveAsync("a/n.deck.md", named);
        await folder.UntilAsync("a/n.deck.md", "");
    }

    [Fact]
    public async Task A_shared_name_is_told_on_opening_for_as_long_as_it_is_shared()
    {
        const string other = "# U\n\n## What is SQL?\n\nA language.\n\n## What is a row?\n\nA line.\n";
        await using var folder = LearnedFolder.Of(("a/n.deck.md", other), ("b/n.deck.md", Whole)).Learn("b/n.deck.md");
        var before = folder.Server.Kinds();
        await folder.StartAsync();
        await folder.OpenAsync("a/n.deck.md");
        await folder.UntilAsync("a/n.deck.md", "shared-deck-name@0");
        await folder.Client.NotifyAsync("textDocument/didClose", folder.Server.Document("a/n.deck.md"));
        await folder.OpenAsync("a/n.deck.md");
        await folder.UntilAsync("a/n.deck.md", "shared-deck-name@0");

        folder.Server.Folder.With("b/n.deck.md", "---\nid: b\n---\n" + Whole);
        await ChangedAsync("b/n.deck.md");
        await folder.UntilAsync("a/n.deck.md", "");
        folder.Server.Folder.With("b/n.deck.md", Whole);
        await ChangedAsync("b/n.deck.md");
        await folder.UntilAsync("a/n.deck.md", "shared-deck-name@0");
        File.Delete(folder.Server.Folder["b/n.deck.md"]);
        await ChangedAsync("b/n.deck.md");
        await folder.UntilAsync("a/n.deck.md", "");
        Assert.Equal(before, folder.Server.Kinds());

        Task ChangedAsync(string file) =>
            folder.Client.NotifyAsync(
                "workspace/didChangeWatchedFiles",
                $$"""{"changes":[{"uri":"{{folder.Server.Uri(file)}}","type":2}]}"""
            );
    }

    /// <summary>What is merely opened may be anybody's, under the names of the learner's own decks.</summary>
    [Fact]
    public async Task Opening_a_deck_reads_the_log_and_leaves_it_alone()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md", misses: 4);
        var before = folder.Server.Kinds();
        var changed = Whole.Replace("Loads modules eagerly", "Reads no module at all", StringComparison.Ordinal);
        folder.Server.Folder.With("d.deck.md", changed);
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.UntilAsync("d.deck.md", "leech@2");
        Assert.Equal(before, folder.Server.Kinds());

        await folder.SaveAsync("d.deck.md", changed + "\n");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 2))["Suspend it"]);
        Assert.Contains("DueNow", folder.Server.Kinds());
    }

    [Fact]
    public async Task Without_a_log_nothing_is_written()
    {
        using var data = new TempFolder();
        await using (var server = TestServer.Create(data.Path))
        {
            server.Folder.With("d.deck.md", Whole);
            await server.InitializeAsync();
            await server.OpenAsync(Whole, "d.deck.md");
            await server.Client.NotifyAsync("textDocument/didSave", server.Document("d.deck.md"));
            Assert.NotNull(await HoverAsync(server, 2));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task A_log_that_is_made_later_is_looked_at_when_a_deck_is_saved()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole));
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SaveAsync("d.deck.md", Whole);
        await folder.Client.SettleAsync();
        folder.Learn("d.deck.md", misses: 4);
        await folder.SaveAsync("d.deck.md", Whole + "\n", version: 3);
        await folder.UntilAsync("d.deck.md", "leech@2");
    }

    [Theory]
    [InlineData("wsgilsp.attachHistory", "")]
    [InlineData("wsgilsp.attachHistory", "{}")]
    [InlineData("wsgilsp.attachHistory", """{"item":1}""")]
    [InlineData("wsgilsp.startFresh", """{"item":"d/x"}""")]
    [InlineData("wsgilsp.askAgain", """{"item":"d/x"}""")]
    [InlineData("wsgilsp.askAgain", "{}")]
    [InlineData("wsgilsp.detachHistory", """{"event":"x"}""")]
    [InlineData("wsgilsp.detachHistory", "{}")]
    [InlineData("wsgilsp.suspend", """{"item":"d/x"}""")]
    [InlineData("wsgilsp.select", "{}")]
    public async Task Arguments_that_mean_nothing_are_refused(string command, string argument)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            (int)ErrorCodes.InvalidParams,
            await server.Client.FailAsync(
                "workspace/executeCommand",
                $$"""{"command":"{{command}}","arguments":[{{argument}}]}"""
            )
        );
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"study":{"peeks":false}}""", false)]
    public async Task A_revealed_answer_is_logged_once_a_minute_where_the_learner_wants_it(
        string settings,
        bool isLogged
    )
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Whole)).Learn("d.deck.md");
        await folder.Server.InitializeAsync(options: settings);
        await folder.OpenAsync("d.deck.md");
        await HoverAsync(folder.Server, 2);
        await HoverAsync(folder.Server, 2);
        // The server ends when all that was begun is done; here a look at the log that was asked for afterwards.
        await folder.Client.NotifyAsync("textDocument/didSave", folder.Server.Document("d.deck.md"));
        await folder.SaveAsync("d.deck.md", Whole.Replace("## What is", "## What was", StringComparison.Ordinal));
        await folder.Client.ReceiveAsync("window/showMessage");

        Assert.Equal(isLogged, folder.State("d/what-was-a-worker").PeekTime is not null);
        Assert.Equal(isLogged ? 1 : 0, folder.Server.Kinds().Count(kind => kind == "Peek"));
    }

    private static Task<JsonNode?> HoverAsync(TestServer server, int line) =>
        server.Client.RequestAsync(
            "textDocument/hover",
            $$$"""{"textDocument":{"uri":"{{{server.Uri("d.deck.md")}}}"},"position":{"line":{{{line}}},"character":3}}"""
        );

    private static Task<int> FailAsync(LearnedFolder folder, JsonNode command) =>
        folder.Client.FailAsync(
            "workspace/executeCommand",
            $$"""{"command":{{command["command"]!.ToJsonString()}},"arguments":{{command["arguments"]!.ToJsonString()}}}"""
        );
}
