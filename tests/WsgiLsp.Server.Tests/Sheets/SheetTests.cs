using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Sheets;

/// <summary>Quizzes on sheets, in editors that end their texts and ask in the ways that there are.</summary>
public class SheetTests
{
    private const string CanWrite = """{"workspace":{"applyEdit":true}}""";
    private const string Asks =
        """{"workspace":{"applyEdit":true},"textDocument":{"onTypeFormatting":{"dynamicRegistration":false}}}""";

    private const string Deck = """
        # Fruit

        ## Which is a fruit?
        <!-- card: id=fruit shuffle=false -->

        > [!TIP]
        > On a tree.

        - [ ] Stone
        - [x] Apple

        ## What is 2 + 2?
        <!-- card: id=sum -->

        Four.

        ## Explain the tides
        <!-- card: id=tides -->

        > [!IMPORTANT]
        > - The **moon** pulls
        > - **Twice** a day

        ## What is the capital of France?
        <!-- card: id=paris kind=typed -->

        `Paris`

        """;

    public static TheoryData<bool, bool> Editors =>
        new()
        {
            { false, false },
            { true, false },
            { false, true },
            { true, true },
        };

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task Who_types_on_the_last_line_is_asked_one_item_after_the_other(bool endsLines, bool asks)
    {
        await using var server = await StartAsync(endsLines, asks);
        var editor = await BeginAsync(server, endsLines, asks);

        Assert.StartsWith("# Quiz: Fruit\n<!-- sheet ", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        Assert.Equal(
            """
            ## 1 · Which is a fruit?

            - a) Stone
            - b) Apple

            → a letter · ? hint · ?? answer

            """,
            editor.Open
        );
        await editor.AnswerAsync("b\n");
        Assert.Equal("## 2 · What is 2 + 2?\n\n→ think (or write), then an empty line\n", editor.Open);
        await editor.AnswerAsync("\n");
        Assert.Equal(
            """
            ## 2 · What is 2 + 2?

            → think (or write), then an empty line

            > Four.

            → how well?  1 again (10 min) · 2 hard (15 min) · 3 good (2 d) · 4 easy (8 d)

            """,
            editor.Open
        );
        await editor.AnswerAsync("3\n");
        await editor.TypeAsync("the moon does\nthat\n");
        await editor.AnswerAsync("\n\n");
        Assert.Contains("> You got 1 of 2 concepts.\n", editor.Open, StringComparison.Ordinal);
        await editor.AnswerAsync("+2\n");
        await editor.AnswerAsync("3\n");
        await editor.AnswerAsync("paris\n");

        Assert.Contains("## Result\n\n> You got 4 of 4.\n", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        Assert.Equal(["→ finished; this file is yours to keep or delete", ""], editor.Lines.TakeLast(2));
        Assert.Equal(editor.Lines.Count - 1, editor.CaretLine);
        Assert.Equal(
            ["fruit", "sum", "tides", "paris"],
            server.Log().Select(one => one.Split(' ')[0]["test/".Length..])
        );
    }

    [Fact]
    public async Task A_line_that_says_nothing_is_told_and_the_next_one_counts()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        await editor.TypeAsync("maybe\n");
        Assert.Equal(
            $"{editor.CaretLine - 1}: Type a letter from a to b. `?` gives a hint, `??` the answer.",
            await editor.FindingsAsync()
        );

        await editor.AnswerAsync("B\n");
        Assert.Contains("\nmaybe\nB\n> ✓ Right.\n", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        Assert.Equal("", await editor.FindingsAsync());
    }

    [Fact]
    public async Task What_is_typed_ahead_counts_under_the_next_question()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        // The server writes below "a"; "by heart" comes under the next question, and the empty line behind it answers that.
        await editor.TypeAsync("a\nby heart\n\n");
        await editor.WrittenAsync();
        await editor.WrittenAsync();

        Assert.Equal(
            """
            ## 2 · What is 2 + 2?

            → think (or write), then an empty line
            by heart

            > Four.

            → how well?  1 again (10 min) · 2 hard (15 min) · 3 good (2 d) · 4 easy (8 d)

            """,
            editor.Open
        );
    }

    [Fact]
    public async Task Empty_lines_that_stood_there_before_answer_nothing()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        await editor.TypeAsync("b\n\n");
        await editor.WrittenAsync();
        Assert.EndsWith("→ think (or write), then an empty line\n\n", editor.Open, StringComparison.Ordinal);

        await editor.AnswerAsync("\n");
        Assert.Contains("> Four.", editor.Open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_in_the_editor_takes_nothing_back_and_the_sheet_can_be_brought_back()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);
        var before = editor.Lines.ToList();
        await editor.AnswerAsync("a\n");
        var after = editor.Lines;
        Assert.Equal("4: Item 1 was missed.", await editor.FindingsAsync());

        // What the server wrote is gone, and what was typed is there still.
        await editor.ReplaceAsync([.. before.SkipLast(1), "a", ""]);
        Assert.Equal(
            """
            4: Item 1 was missed.
            9: The quiz is further on than this text: redo what was undone, or use the action "Bring the sheet back".
            """,
            await editor.FindingsAsync()
        );
        Assert.Equal("Bring the sheet back to where the quiz is", await editor.ActionsAsync());
        await editor.TypeAsync("b\n");
        await editor.PressAsync("Bring the sheet back to where the quiz is");
        await editor.WrittenAsync();
        Assert.Equal(after, editor.Lines);
        Assert.Equal("4: Item 1 was missed.", await editor.FindingsAsync());
        Assert.Equal(["test/fruit"], server.Log().Select(one => one.Split(' ')[0]));
    }

    [Fact]
    public async Task What_the_editor_refuses_to_write_is_written_where_it_belongs_then()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        await editor.TypeAsync("b\n");
        await editor.TypeAsync("by");
        await editor.RefuseAsync();
        await editor.WrittenAsync();

        Assert.Equal("## 2 · What is 2 + 2?\n\n→ think (or write), then an empty line\nby", editor.Open);
        Assert.Contains("\nb\n> ✓ Right.\n", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        Assert.Single(server.Log());
    }

    [Fact]
    public async Task Finished_items_may_be_edited()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);
        await editor.AnswerAsync("b\n");

        var second = editor.Lines.ToList().FindIndex(line => line.StartsWith("## 2", StringComparison.Ordinal));
        await editor.ReplaceAsync(["My notes", "- what I think", "→ nothing", .. editor.Lines.Skip(second)]);
        await editor.AnswerAsync("\n");

        Assert.StartsWith(
            "My notes\n- what I think\n→ nothing\n## 2 · ",
            string.Join('\n', editor.Lines),
            StringComparison.Ordinal
        );
        Assert.Contains("> Four.", editor.Open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_answer_begins_with_is_the_learners()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);
        await editor.AnswerAsync("b\n");

        await editor.TypeAsync("> quoted\n→ arrow\n## 9 · heading\n");
        await editor.AnswerAsync("\n");
        Assert.Contains("> Four.", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        await editor.AnswerAsync("3\n");
        Assert.StartsWith("## 3 · Explain the tides", editor.Open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_goes_on_in_another_server_once_the_first_is_gone()
    {
        using var data = new TempFolder();
        using var folder = new TempFolder().With("test.deck.md", Deck);
        string path;
        await using (var first = await StartAsync(dataFolder: data.Path, folder: folder))
        {
            var editor = await BeginAsync(first);
            await editor.AnswerAsync("b\n");
            await editor.AnswerAsync("\n");
            path = editor.Path;

            // Typed while no server was there.
            await File.WriteAllLinesAsync(
                path,
                [.. editor.Lines.SkipLast(1), "3", ""],
                TestContext.Current.CancellationToken
            );

            await using var second = await StartAsync(dataFolder: data.Path, folder: folder);
            var elsewhere = new SheetEditor(second, endsLines: true);
            await elsewhere.OpenAsync(path);
            Assert.Equal(
                "0: This sheet is answered in another editor. Close it there, then type here.",
                await elsewhere.FindingsAsync()
            );
        }

        await using var server = await StartAsync(dataFolder: data.Path, folder: folder);
        var resumed = new SheetEditor(server, endsLines: true);
        await resumed.OpenAsync(path);
        await resumed.WrittenAsync();
        Assert.StartsWith("## 3 · Explain the tides", resumed.Open, StringComparison.Ordinal);
        Assert.Equal(2, server.Log().Count);
    }

    /// <summary>An editor that was killed has saved nothing: its file is the sheet as it was opened first.</summary>
    [Fact]
    public async Task Who_resumes_a_quiz_gets_its_sheet_as_far_as_it_went()
    {
        using var data = new TempFolder();
        using var folder = new TempFolder().With("test.deck.md", Deck);
        IReadOnlyList<string> lines;
        string path;
        await using (var first = await StartAsync(dataFolder: data.Path, folder: folder))
        {
            var editor = await BeginAsync(first);
            await editor.AnswerAsync("b\n");
            await editor.AnswerAsync("\n");
            (path, lines) = (editor.Path, editor.Lines);
        }

        await using var server = await StartAsync(dataFolder: data.Path, folder: folder);
        var resumed = new SheetEditor(server, endsLines: true);
        await resumed.ResumeAsync(path);
        await resumed.WrittenAsync();

        Assert.Equal(lines, resumed.Lines);
        await resumed.AnswerAsync("3\n");
        Assert.Equal(2, server.Log().Count);
    }

    [Fact]
    public async Task Buttons_stand_for_what_can_be_typed()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        Assert.Equal("a | b | Hint | Show answer", await editor.ActionsAsync());
        await editor.PressAsync("Hint");
        await editor.WrittenAsync();
        Assert.EndsWith("\n:?\n> Hint: On a tree.\n\n→ a letter · ?? answer\n", editor.Open, StringComparison.Ordinal);
        Assert.Equal("a | b | Show answer", await editor.ActionsAsync());
        await editor.PressAsync("b");
        await editor.WrittenAsync();

        await editor.TypeAsync("I think");
        Assert.Equal("Show answer", await editor.ActionsAsync());
        await editor.PressAsync("Show answer");
        await editor.WrittenAsync();
        Assert.Equal(
            """
            ## 2 · What is 2 + 2?

            → think (or write), then an empty line
            I think
            :??
            > Four.

            → how well?  1 again (10 min) · 2 hard (15 min) · 3 good (2 d) · 4 easy (8 d)

            """,
            editor.Open
        );
        Assert.Equal("1 Again | 2 Hard | 3 Good | 4 Easy", await editor.ActionsAsync());
        Assert.Single(server.Log());
    }

    /// <summary>Some editors carry an action out on saving, if it is the only one of its kind.</summary>
    [Fact]
    public async Task Who_asks_for_actions_of_a_kind_is_offered_no_answer()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);

        var actions = await server.Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{editor.Uri}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"context":{"diagnostics":[],"only":["source.fixAll"]}}"""
        );

        Assert.Empty(actions!.AsArray());
    }

    [Fact]
    public async Task A_new_sheet_asks_by_what_was_set_since_the_last_one()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);
        await editor.AnswerAsync("b\n");
        Assert.Contains("> good → 2 d", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        await editor.CloseAsync();

        await server.Client.NotifyAsync(
            "workspace/didChangeConfiguration",
            """{"settings":{"wsgilsp":{"study":{"retention":0.7}}}}"""
        );
        var next = await BeginAsync(server);
        await next.AnswerAsync("b\n");
        await next.AnswerAsync("\n");
        Assert.DoesNotContain("3 good (2 d)", next.Open, StringComparison.Ordinal);
    }

    /// <summary>Two windows of an editor may begin quizzes at one moment.</summary>
    [Fact]
    public async Task A_sheet_that_is_open_elsewhere_is_kept_though_its_file_is_gone()
    {
        using var data = new TempFolder();
        await using var one = await StartAsync(dataFolder: data.Path);
        var first = await BeginAsync(one);
        await first.ActionsAsync();
        File.Delete(first.Path);

        await using var two = await StartAsync(dataFolder: data.Path);
        await new SheetEditor(two, endsLines: true).BeginAsync();

        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(data.Path), TimeProvider.System);
        Assert.Equal(2, log.ReadSheets().Length);
    }

    /// <summary>A button ends a question: what was typed for it must not be judged as an answer to the next one.</summary>
    [Fact]
    public async Task What_says_nothing_here_stays_above_what_a_button_brings()
    {
        await using var server = await StartAsync(
            deck: "# Two\n\n## It is so\n\nTrue. It is.\n\n## Which word?\n<!-- card: kind=typed -->\n\n`word`\n"
        );
        var editor = await BeginAsync(server);

        await editor.TypeAsync("nonsense\n");
        await editor.PressAsync("True");
        await editor.SettleAsync();

        Assert.Single(server.Log());
        Assert.Contains("\nnonsense\nt\n> ✓", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        await editor.AnswerAsync("word\n");
        Assert.Equal(2, server.Log().Count);
    }

    [Fact]
    public async Task A_button_takes_what_was_written_below_an_empty_line()
    {
        await using var server = await StartAsync();
        var editor = await BeginAsync(server);
        await editor.TypeAsync("\n");
        await editor.PressAsync("b");
        await editor.SettleAsync();

        await editor.TypeAsync("I think");
        await editor.PressAsync("Show answer");
        await editor.SettleAsync();

        Assert.Equal(
            """
            ## 2 · What is 2 + 2?

            → think (or write), then an empty line

            I think
            :??
            > Four.

            → how well?  1 again (10 min) · 2 hard (15 min) · 3 good (2 d) · 4 easy (8 d)

            """,
            editor.Open
        );
        Assert.Equal("1 Again | 2 Hard | 3 Good | 4 Easy", await editor.ActionsAsync());
    }

    [Theory]
    [MemberData(nameof(Editors))]
    public async Task A_warning_goes_with_the_line_that_it_is_about(bool endsLines, bool asks)
    {
        await using var server = await StartAsync(endsLines, asks);
        var editor = await BeginAsync(server, endsLines, asks);
        IReadOnlyList<string> before = [.. editor.Lines];

        await editor.TypeAsync("nonsense\n");
        Assert.NotEqual("", await editor.FindingsAsync());
        await editor.ReplaceAsync(before);

        Assert.Equal("", await editor.FindingsAsync());
    }

    /// <summary>To move the caret would race with the keys that are typed meanwhile; an editor's client can show it by itself.</summary>
    [Fact]
    public async Task The_sheet_is_shown_once_and_the_caret_never_moved()
    {
        await using var server = TestServer.Create();
        await server.InitializeWithAsync(
            """{"processId":null,"rootUri":null,"clientInfo":{"name":"Visual Studio Code"},"capabilities":{"workspace":{"applyEdit":true},"window":{"showDocument":{"support":true}},"textDocument":{"onTypeFormatting":{}}}}"""
        );
        await server.OpenAsync(Deck);
        var editor = new SheetEditor(server, endsLines: false);
        await editor.BeginShownAsync();

        foreach (var keys in new[] { "b\n", "\n", "3\n", "the moon\n\n\n", "1\n", "paris\n" })
        {
            await editor.AnswerAsync(keys);
            await editor.TitlesAsync();
            Assert.DoesNotContain(server.Client.Unread, one => (string?)one["method"] == "window/showDocument");
        }
    }

    /// <summary>
    /// Eglot 1.9 gives no name and announces nothing, and asks all the same. It loses a request that comes while it waits for
    /// an answer: the sheet would wait for ever for an edit that was never made.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData(""" "clientInfo":{"name":"Eglot"}, """)]
    public async Task Eglot_gets_what_follows_a_line_end_as_the_answer_to_its_question(string clientInfo)
    {
        await using var server = TestServer.Create();
        await server.InitializeWithAsync(
            $$$"""{"processId":null,"rootUri":null,{{{clientInfo}}}"capabilities":{{{CanWrite}}}}"""
        );
        await server.OpenAsync(Deck);
        var editor = new SheetEditor(server, endsLines: false, asks: true);
        await editor.BeginAsync();

        await editor.AnswerAsync("b\n");

        Assert.StartsWith("## 2", editor.Open, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Client.Unread, one => (string?)one["method"] == "workspace/applyEdit");
    }

    [Fact]
    public async Task What_an_editor_never_answered_comes_with_the_next_line_end()
    {
        await using var server = TestServer.Create();
        await server.InitializeWithAsync(
            """{"processId":null,"rootUri":null,"capabilities":{"workspace":{"applyEdit":true,"workspaceEdit":{"documentChanges":true}}}}"""
        );
        await server.OpenAsync(Deck);
        var editor = new SheetEditor(server, endsLines: false, asks: true);
        await editor.BeginAsync();
        await editor.PressAsync("b");
        await server.Client.ReceiveAsync("workspace/applyEdit");
        await editor.TypeAsync("\n");

        Assert.StartsWith("## 2", editor.Open, StringComparison.Ordinal);
        Assert.Single(server.Log());
    }

    [Fact]
    public async Task What_an_editor_lets_go_of_comes_with_the_next_line_end()
    {
        await using var server = await StartAsync(endsLines: false, asks: true);
        var editor = await BeginAsync(server, endsLines: false, asks: true);
        editor.Forgets = true;
        await editor.AnswerAsync("b\n");
        Assert.DoesNotContain("## 2", editor.Open, StringComparison.Ordinal);
        Assert.Single(server.Log());

        editor.Forgets = false;
        await editor.TypeAsync("\n");

        Assert.StartsWith("## 2", editor.Open, StringComparison.Ordinal);
        Assert.Single(server.Log());
    }

    /// <summary>Where the client does not say which text an edit is for, nothing holds the text still.</summary>
    [Theory]
    [InlineData("typed below", "\nten", false)]
    [InlineData("line above", "\n", true)]
    [InlineData("lines above", "\n", true)]
    [InlineData("heading taken out", "\n", true)]
    [InlineData("line below the answer taken out", "?? answer", false)]
    [InlineData("answer taken out", "\n", true)]
    [InlineData("answer changed", "?? answery\n", false)]
    public async Task Keys_on_their_way_are_neither_lost_nor_judged_under_another_question(
        string keys,
        string end,
        bool isAstray
    )
    {
        await using var server = await StartAsync(
            deck: "# Two\n\n## Which?\n<!-- card: shuffle=false -->\n\n- [ ] One\n- [x] Two\n\n## Which else?\n<!-- card: shuffle=false -->\n\n- [x] Six\n- [ ] Ten\n"
        );
        var editor = await BeginAsync(server);
        await editor.TypeAsync("b\n");
        IReadOnlyList<string> typed = [];
        await editor.WrittenLateAsync(lines =>
        {
            Type(lines);
            typed = [.. lines];
        });
        await editor.SettleAsync();
        Assert.Single(server.Log());
        if (isAstray)
        {
            Assert.Contains("came elsewhere", await LastFindingAsync(), StringComparison.Ordinal);
            await editor.PressAsync("Bring the sheet back to where the quiz is");
            await editor.SettleAsync();
            Assert.Single(server.Log());
        }

        Assert.Equal(
            "a | b | Show answer",
            (await editor.ActionsAsync()).Replace("Hint | ", "", StringComparison.Ordinal)
        );
        Assert.Empty(typed.Except(editor.Lines).Except(["by"]));
        Assert.Contains("\nb\n> ✓ Right.\n", string.Join('\n', editor.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("\nb\n", editor.Open, StringComparison.Ordinal);
        Assert.StartsWith("## 2 · Which else?\n", editor.Open, StringComparison.Ordinal);
        Assert.EndsWith(end, editor.Open, StringComparison.Ordinal);
        await editor.AnswerAsync(end[^1] == '\n' ? "a\n" : "\na\n");
        Assert.Equal(2, server.Log().Count);

        void Type(List<string> lines)
        {
            switch (keys)
            {
                case "typed below":
                    lines[^1] += "ten";
                    break;
                case "line above":
                    lines.Insert(0, "My notes");
                    break;
                case "lines above":
                    lines.InsertRange(2, ["My notes", "of today", "and of yesterday"]);
                    break;
                case "heading taken out":
                    lines.RemoveAt(0);
                    break;
                case "line below the answer taken out":
                    lines.RemoveAt(lines.Count - 1);
                    break;
                case "answer taken out":
                    lines.RemoveAt(lines.Count - 2);
                    break;
                case "answer changed":
                    lines[^2] = "by";
                    break;
            }
        }

        async Task<string> LastFindingAsync()
        {
            var said = "";
            while (server.Client.Unread.Any(one => (string?)one["method"] == "textDocument/publishDiagnostics"))
            {
                said = await editor.FindingsAsync();
            }

            return said;
        }
    }

    /// <summary>A lens is asked for, and its answer comes when the text is already another one.</summary>
    [Fact]
    public void An_older_text_says_nothing_about_whether_the_sheet_is_behind()
    {
        var view = new SheetView();
        view.Saw(version: 3, hasAll: true);
        view.Saw(version: 2, hasAll: false);

        Assert.False(view.IsBehind);
        view.Saw(version: 4, hasAll: false);
        Assert.True(view.IsBehind);
    }

    private static async Task<TestServer> StartAsync(
        bool endsLines = true,
        bool asks = false,
        string? dataFolder = null,
        TempFolder? folder = null,
        string deck = Deck
    )
    {
        var server = TestServer.Create(dataFolder, folder);
        await server.InitializeWithAsync(
            $$$"""{"processId":null,"rootUri":null,"clientInfo":{"name":"{{{(endsLines ? "Neovim" : "Emacs")}}}"},"capabilities":{{{(asks ? Asks : CanWrite)}}}}"""
        );
        await server.OpenAsync(deck);
        return server;
    }

    /// <summary>Starts a quiz and opens its sheet.</summary>
    private static async Task<SheetEditor> BeginAsync(TestServer server, bool endsLines = true, bool asks = false)
    {
        var editor = new SheetEditor(server, endsLines, asks);
        await editor.BeginAsync();
        return editor;
    }
}
