using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Quiz;

/// <summary>Quizzes by message boxes, with a person who presses buttons by their titles.</summary>
public class QuizTests
{
    private const string Deck = """
        # T

        ## Kinds

        ### Which is a fruit?
        <!-- card: id=fruit shuffle=false -->

        > [!TIP]
        > It *grows*.

        > [!TIP]
        > On a tree.

        - [ ] Stone
          > Hard.
        - [x] Apple
        - [ ] Wood

        Apples grow.

        ### The sun is hot
        <!-- card: id=sun -->

        True. It **burns**.

        ### What is 2 + 2?
        <!-- card: id=sum -->

        **Four**.

        > [!NOTE]
        > In base ten.

        ### Which are letters?
        <!-- card: id=letters shuffle=false -->

        - [x] a
        - [ ] 1
        - [x] c

        ### Explain the tides
        <!-- card: id=tides -->

        The moon does it.

        > [!IMPORTANT]
        > - The **moon** pulls
        > - **Twice** a day
        > - **Water** moves
        > - The **sun** helps

        ## Other

        ### What else?
        <!-- card: id=else suspend=true -->

        Nothing.

        """;

    private const string Grades = "Again (10 min)|Hard (15 min)|Good (2 d)|Easy (8 d)";

    [Theory]
    [InlineData(
        "fruit",
        """
            Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Apple
            Right. Apples grow. good → 2 d — You got 1 of 1.
            """,
        "test/fruit choice Good given=1 correct=True hints=0"
    )]
    [InlineData(
        "fruit",
        """
            Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Stone
            Not quite. The answer: Apple. Hard. Apples grow. again → 10 min — You got 0 of 1.
            """,
        "test/fruit choice Again given=0 correct=False hints=0"
    )]
    [InlineData(
        "fruit",
        """
            Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Show answer
            The answer: Apple. Apples grow. again → 10 min — You got 0 of 1.
            """,
        "test/fruit choice Again given= correct=False hints=0"
    )]
    [InlineData(
        "fruit",
        """
            Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Hint
            Hint: It grows. / Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Hint
            Hint: On a tree. / Which is a fruit? [Stone|Apple|Wood|Show answer] -> Apple
            Right. Apples grow. again → 10 min — You got 0 of 1.
            """,
        "test/fruit choice Again given=1 correct=True hints=2"
    )]
    [InlineData(
        "sun",
        """
            The sun is hot [True|False|Show answer] -> True
            Right. It burns. hard → 15 min — You got 1 of 1.
            """,
        "test/sun choice Hard given=true correct=True hints=0"
    )]
    [InlineData(
        "sun",
        """
            The sun is hot [True|False|Show answer] -> False
            Not quite. It is true. It burns. again → 10 min — You got 0 of 1.
            """,
        "test/sun choice Again given=false correct=False hints=0"
    )]
    [InlineData(
        "sun",
        """
            The sun is hot [True|False|Show answer] -> Show answer
            Not quite. It is true. It burns. again → 10 min — You got 0 of 1.
            """,
        "test/sun choice Again given= correct=False hints=0"
    )]
    [InlineData(
        "sum",
        $"""
            What is 2 + 2? [Show answer] -> Show answer
            Four. / In base ten. / How well did you know it? [{Grades}] -> Easy (8 d)
            easy → 8 d — You got 1 of 1.
            """,
        "test/sum recall Easy given= correct= hints=0"
    )]
    [InlineData(
        "sum",
        $"""
            What is 2 + 2? [Show answer] -> Show answer
            Four. / In base ten. / How well did you know it? [{Grades}] -> Again (10 min)
            again → 10 min — You got 0 of 1.
            """,
        "test/sum recall Again given= correct= hints=0"
    )]
    [InlineData(
        "letters",
        """
            Which are letters? / Pick all that hold, then Done. [☐ a|☐ 1|☐ c|Done] -> ☐ c
            Which are letters? / Pick all that hold, then Done. [☐ a|☐ 1|☑ c|Done] -> ☐ 1
            Which are letters? / Pick all that hold, then Done. [☐ a|☑ 1|☑ c|Done] -> ☑ 1
            Which are letters? / Pick all that hold, then Done. [☐ a|☐ 1|☑ c|Done] -> ☐ a
            Which are letters? / Pick all that hold, then Done. [☑ a|☐ 1|☑ c|Done] -> Done
            Right. good → 2 d — You got 1 of 1.
            """,
        "test/letters choice Good given=0,2 correct=True hints=0"
    )]
    [InlineData(
        "letters",
        """
            Which are letters? / Pick all that hold, then Done. [☐ a|☐ 1|☐ c|Done] -> Done
            Not quite. These hold: a; c. again → 10 min — You got 0 of 1.
            """,
        "test/letters choice Again given= correct=False hints=0"
    )]
    [InlineData(
        "tides",
        """
            Explain the tides / Explain it aloud or in your head first. [Show answer] -> Show answer
            The moon does it. / Explain the tides / Pick the concepts that you covered, then Done. [☐ The moon pulls|☐ Twice a day|☐ Water moves|☐ The sun helps|Done] -> ☐ Twice a day
            Explain the tides / Pick the concepts that you covered, then Done. [☐ The moon pulls|☑ Twice a day|☐ Water moves|☐ The sun helps|Done] -> ☐ Water moves
            Explain the tides / Pick the concepts that you covered, then Done. [☐ The moon pulls|☑ Twice a day|☑ Water moves|☐ The sun helps|Done] -> Done
            You got 2 of 4 concepts. / How well did you know it? [Again (10 min, suggested)|Hard (15 min)|Good (2 d)|Easy (8 d)] -> Good (2 d)
            good → 2 d — You got 1 of 1.
            """,
        "test/tides explain Good given= correct=False hints=0"
    )]
    [InlineData(
        "else",
        $"""
            What else? [Show answer] -> Show answer
            Nothing. / How well did you know it? [{Grades}] -> Hard (15 min)
            hard → 15 min — You got 1 of 1.
            """,
        "test/else recall Hard given= correct= hints=0"
    )]
    [InlineData(
        "no-such-card",
        "There is nothing to ask here: no card, or all of them suspended, buried today, or faulty.",
        ""
    )]
    public async Task A_card_is_asked_answered_and_logged(string card, string talk, string logged)
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, $$""","card":"{{card}}" """);
        await TalkAsync(server, talk);
        Assert.Equal(logged, string.Join('\n', server.Log()));
    }

    [Fact]
    public async Task A_section_is_asked_card_by_card()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, ""","path":["Kinds"]""");
        await TalkAsync(
            server,
            $"""
            1 of 5: Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Apple
            Right. / Apples grow. / good → 2 d / 2 of 5: The sun is hot [True|False|Show answer] -> False
            Not quite. It is true. / It burns. / again → 10 min / 3 of 5: What is 2 + 2? [Show answer] -> Show answer
            Four. / In base ten. / How well did you know it? [{Grades}] -> Good (2 d)
            good → 2 d / 4 of 5: Which are letters? / Pick all that hold, then Done. [☐ a|☐ 1|☐ c|Done] -> Done
            Not quite. These hold: a; c / again → 10 min / 5 of 5: Explain the tides / Explain it aloud or in your head first. [Show answer] -> Show answer
            The moon does it. / 5 of 5: Explain the tides / Pick the concepts that you covered, then Done. [☐ The moon pulls|☐ Twice a day|☐ Water moves|☐ The sun helps|Done] -> Done
            You got 0 of 4 concepts. / How well did you know it? [Again (10 min, suggested)|Hard (15 min)|Good (2 d)|Easy (8 d)] -> Again (10 min, suggested)
            again → 10 min — You got 2 of 5.
            """
        );
        Assert.Equal(
            ["fruit", "sun", "sum", "letters", "tides"],
            server.Log().Select(row => row.Split(' ')[0]["test/".Length..])
        );
    }

    [Fact]
    public async Task A_question_that_is_dismissed_ends_the_quiz_with_what_was_got()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, "");
        await PressAsync(server, "Apple");
        await PressAsync(server, "True");
        await PressAsync(server, title: null);
        await TalkAsync(server, "You got 2 of 2.");
        Assert.Equal(2, server.Log().Count);
    }

    [Theory]
    [InlineData("Show answer")]
    [InlineData(null)]
    public async Task What_was_not_graded_is_not_logged(string? pressed)
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, ""","card":"sum" """);
        await PressAsync(server, pressed);
        if (pressed is not null)
        {
            await PressAsync(server, title: null);
        }

        await server.Client.SettleAsync();
        Assert.Empty(server.Log());
    }

    public static TheoryData<string, string> AnswersThatAreNone =>
        new MatrixTheoryData<string, string>(
            ["fruit", "sun", "sum", "letters", "tides"],
            ["""{"title":"no such button"}""", "{}", "7"]
        );

    [Theory]
    [MemberData(nameof(AnswersThatAreNone))]
    public async Task An_answer_that_is_none_is_no_answer(string card, string result)
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, $$""","card":"{{card}}" """);
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("window/showMessageRequest"), result);
        await StartQuizAsync(server, ""","card":"no-such" """);
        await server.Client.ReceiveAsync("window/showMessage");
        await server.Client.SettleAsync();
        Assert.DoesNotContain(
            server.Client.Unread,
            m => (string?)m["method"] is "window/showMessageRequest" or "window/showMessage"
        );
        Assert.Empty(server.Log());
    }

    [Fact]
    public async Task A_client_that_cannot_ask_is_told_in_its_log()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, "");
        await server.Client.RefuseAsync(await server.Client.ReceiveAsync("window/showMessageRequest"), -32601);
        var told = await server.Client.ReceiveAsync("window/logMessage");
        Assert.Contains("cannot be asked", (string)told["params"]!["message"]!, StringComparison.Ordinal);
        Assert.Empty(server.Log());
    }

    [Fact]
    public async Task A_second_quiz_takes_the_place_of_the_first()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, ""","card":"sun" """);
        var first = await server.Client.ReceiveAsync("window/showMessageRequest");
        await StartQuizAsync(server, ""","card":"fruit" """);
        var cancelled = await server.Client.ReceiveAsync("$/cancelRequest");
        Assert.Equal(first["id"]!.ToJsonString(), cancelled["params"]!["id"]!.ToJsonString());
        await server.Client.RespondAsync(first, """{"title":"True"}""");
        await TalkAsync(
            server,
            """
            Which is a fruit? [Stone|Apple|Wood|Show answer|Hint] -> Apple
            Right. Apples grow. good → 2 d — You got 1 of 1.
            """
        );
        Assert.Equal("test/fruit choice Good given=1 correct=True hints=0", Assert.Single(server.Log()));
    }

    [Fact]
    public async Task A_suspended_card_that_is_quizzed_by_itself_comes_back()
    {
        using var folder = new Workspace.TempFolder();
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Path), TimeProvider.System);
        log.Append(new ReviewEvent { Kind = ReviewEventKind.Suspend, Item = "test/sun" });
        await using var server = TestServer.Create(folder.Path);
        await server.InitializeAsync();
        await server.OpenAsync(Deck);
        await StartQuizAsync(server, ""","card":"sun" """);
        await PressAsync(server, "True");
        await TalkAsync(
            server,
            "Right. It burns. hard → 15 min. It was suspended; from now on it is asked again. — You got 1 of 1."
        );
        Assert.False(log.ReadItemStates()["test/sun"].IsSuspended);
    }

    [Fact]
    public async Task Who_looked_at_the_answer_is_told_why_the_grade_is_another()
    {
        using var folder = new Workspace.TempFolder();
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Path), TimeProvider.System);
        log.Append(new ReviewEvent { Kind = ReviewEventKind.Peek, Item = "test/sum" });
        await using var server = TestServer.Create(folder.Path);
        await server.InitializeAsync();
        await server.OpenAsync(Deck);
        await StartQuizAsync(server, ""","card":"sum" """);
        await TalkAsync(
            server,
            """
            What is 2 + 2? [Show answer] -> Show answer
            Four. / In base ten. / How well did you know it? [Again (10 min)|Hard (15 min)|Good (15 min)|Easy (15 min)] -> Good (15 min)
            hard → 15 min (you looked at it a moment ago) — You got 1 of 1.
            """
        );
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_told_before_anybody_answers()
    {
        using var folder = new Workspace.TempFolder();
        folder.With("file", "");
        await using var server = TestServer.Create(folder["file"]);
        await server.InitializeAsync();
        await server.OpenAsync(Deck);
        await StartQuizAsync(server, ""","card":"sun" """);
        var told = (await server.Client.ReceiveAsync("window/showMessage"))["params"]!;
        Assert.Equal(1, (int)told["type"]!);
        Assert.Contains(folder["file"], (string)told["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hint")]
    [InlineData("Show answer")]
    public async Task An_option_may_be_called_as_a_button_is(string option)
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(
            $"## Which?\n<!-- card: id=x shuffle=false -->\n\n> [!TIP]\n> Think.\n\n- [ ] no\n- [x] {option}\n"
        );
        await StartQuizAsync(server, "");
        await TalkAsync(
            server,
            $"""
            Which? / a) no / b) {option} [a|b|Show answer|Hint] -> b
            Right. good → 2 d — You got 1 of 1.
            """
        );
    }

    [Theory]
    [InlineData("sum", "Good 2 d|Again 10 min|Hard 15 min|Easy 8 d", "How well did you know \"What is 2 + 2?\"?")]
    [InlineData(
        "tides",
        "Again 10 min|Hard 15 min|Good 2 d|Easy 8 d",
        "How well did you know \"Explain the tides\"? Suggested: again."
    )]
    public async Task Where_the_first_button_is_pressed_by_Enter_it_is_the_usual_grade(
        string card,
        string buttons,
        string question
    )
    {
        await using var server = await StartNotifyingAsync();
        await StartQuizAsync(server, $$""","card":"{{card}}" """);
        await PressAsync(server, "Show answer");
        if (card == "tides")
        {
            await PressAsync(server, "Done");
        }

        Assert.EndsWith($"{question} [{buttons}]", await PressAsync(server, title: null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_lines_are_shown_as_one_it_reads_as_sentences()
    {
        await using var server = await StartNotifyingAsync();
        await StartQuizAsync(server, ""","path":["Kinds"]""");
        string[] said =
        [
            await PressAsync(server, "Hint"),
            await PressAsync(server, "Show answer"),
            await PressAsync(server, "True"),
            await PressAsync(server, "Show answer"),
            await PressAsync(server, "Good 2 d"),
            await PressAsync(server, title: null),
            await PressAsync(server, "Close"),
        ];
        Assert.Equal(
            [
                "1 of 5: Which is a fruit? [Stone|Apple|Wood|Show answer|Hint]",
                "Hint: It grows. — 1 of 5: Which is a fruit? [Stone|Apple|Wood|Show answer|Hint]",
                "The answer: Apple. Apples grow. again → 10 min — 2 of 5: The sun is hot [True|False|Show answer]",
                "Right. It burns. hard → 15 min — 3 of 5: What is 2 + 2? [Show answer]",
                "Four. In base ten. — How well did you know \"What is 2 + 2?\"? [Good 2 d|Again 10 min|Hard 15 min|Easy 8 d]",
                "good → 2 d — 4 of 5: Which are letters? Pick all that hold, then Done. [☐ a|☐ 1|☐ c|Done]",
                "You got 2 of 3. [Close]",
            ],
            said
        );
    }

    [Fact]
    public async Task Requests_are_served_while_a_question_stands()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, "");
        await server.Client.ReceiveAsync("window/showMessageRequest");
        Assert.NotNull(await server.Client.RequestAsync("textDocument/foldingRange", server.Document()));
        await server.Client.NotifyAsync("textDocument/didClose", server.Document());
        await server.Client.SettleAsync();
    }

    [Fact]
    public async Task The_end_of_the_client_ends_the_quiz()
    {
        await using var server = await StartAsync();
        await StartQuizAsync(server, "");
        await server.Client.ReceiveAsync("window/showMessageRequest");
        await server.Client.RequestAsync("shutdown", "null");
        await server.Client.NotifyAsync("exit", "null");
        await server.Client.ReadToEndAsync();
        Assert.Empty(server.Log());
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await server.OpenAsync(Deck);
        return server;
    }

    /// <summary>A server whose client shows messages as notifications.</summary>
    private static async Task<TestServer> StartNotifyingAsync()
    {
        var server = TestServer.Create();
        await server.InitializeWithAsync(
            """{"processId":null,"rootUri":null,"capabilities":{},"clientInfo":{"name":"Visual Studio Code"}}"""
        );
        await server.OpenAsync(Deck);
        return server;
    }

    private static async Task StartQuizAsync(TestServer server, string selection) =>
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{server.Uri()}}"{{selection}}}]}"""
        );

    /// <summary>
    /// Lets a person talk with the server: each line is a question, its buttons and which is pressed; one without buttons
    /// is the end. A slash is a blank line.
    /// </summary>
    private static async Task TalkAsync(TestServer server, string talk)
    {
        foreach (var line in talk.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Split(" -> ") is [var expected, var button])
            {
                Assert.Equal(expected, await PressAsync(server, button));
            }
            else
            {
                var end = (await server.Client.ReceiveAsync("window/showMessage"))["params"]!;
                Assert.Equal(3, (int)end["type"]!);
                Assert.Equal(line, Line(end["message"]!));
            }
        }
    }

    /// <summary>Presses a button of the next question, or dismisses it; returns the question on a line.</summary>
    private static async Task<string> PressAsync(TestServer server, string? title)
    {
        var question = await server.Client.ReceiveAsync("window/showMessageRequest");
        var parameters = question["params"]!;
        var titles = parameters["actions"]!.AsArray().Select(action => (string)action!["title"]!).ToList();
        Assert.Distinct(titles);
        await server.Client.RespondAsync(
            question,
            title is null ? "null" : $$"""{"title":{{LspClient.Quote(title)}}}"""
        );
        return $"{Line(parameters["message"]!)} [{string.Join('|', titles)}]";
    }

    private static string Line(JsonNode text) =>
        ((string)text!).Replace("\n\n", " / ", StringComparison.Ordinal).Replace("\n", " / ", StringComparison.Ordinal);
}
