using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests;

public class WorkbenchTests
{
    private const string MissingServer = "WsgiLsp found no";
    private const string QuizDeck = "WsgiLsp: Quiz This Deck";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task VSCode_shows_and_fixes_a_finding_reveals_an_answer_and_asks_a_question()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await using var workbench = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand);
            await workbench.WalkAsync(async () =>
            {
                await FixTheBrokenDeckAsync(workbench, workspace);
                await RevealAnAnswerAsync(workbench, workspace);
                await AnswerAQuestionAsync(workbench, workspace);
                Assert.Equal(0, await workbench.Notification(MissingServer).CountAsync());
            });
            await Sitting.AssertLeftBehindAsync(workspace);
        });
    }

    [Fact]
    public async Task VSCode_needs_no_more_than_the_extension()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false, hasDotnet: false);
            await using var workbench = await Workbench.OpenAsync(
                required,
                workspace,
                serverPath: null,
                hasPanels: true
            );
            await workbench.WalkAsync(async () =>
            {
                await FixTheBrokenDeckAsync(workbench, workspace);
                await RevealAnAnswerAsync(workbench, workspace);
                await workbench.CommandAsync(QuizDeck);
                await new StudyPanel(workbench).ShowsAsync("1 of ");
                Assert.False(workspace.ServerWasStarted, "The server on the PATH was started.");
                Assert.Equal(0, await workbench.Notification(MissingServer).CountAsync());
            });
        });
    }

    [Fact]
    public async Task VSCode_says_what_to_do_when_the_configured_server_is_missing()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            await using var workbench = await Workbench.OpenAsync(required, workspace, "/missing/wsgilsp");
            await workbench.WalkAsync(async () =>
            {
                await workbench.OpenFileAsync(workspace.BrokenDeck);
                var notification = workbench.Notification(MissingServer);
                await notification.GetByRole(AriaRole.Button, new() { Name = "Open Settings" }).ClickAsync();
                await workbench.Page.Locator(".settings-editor").WaitForAsync();
            });
        });
    }

    /// <summary>All kinds, a wrong answer, a hint, a reveal, a line that says nothing, and typing ahead.</summary>
    [Fact]
    public async Task VSCode_takes_a_quiz_on_a_sheet_with_nothing_but_keys()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await using var workbench = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand);
            await workbench.WalkAsync(() => TakeQuizAsync(workbench, workspace));
            SheetSitting.AssertLogged(workspace);
            if (workspace.Recorder is { } recorder)
            {
                await recorder.AssertNoViolationsAsync();
            }
        });
    }

    /// <summary>The editor is killed on the way, and later its server.</summary>
    [Fact]
    public async Task VSCode_goes_on_with_a_quiz_that_was_cut_off()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            await using (var killed = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand))
            {
                await killed.WalkAsync(async () =>
                {
                    await killed.OpenFileAsync(workspace.MixedDeck);
                    await killed.Lens("Quiz all").WaitForAsync();
                    await killed.CommandAsync(QuizDeck);
                    await killed.SeesAsync("## 1 · ");
                    await killed.TypeAsync("b\n", "## 2 · ");
                    await killed.TypeAsync("\n", "> Four.");
                });
            }

            await Wait.UntilAsync("the server ended", Limit, () => ChildProcess.HasEnded(workspace.ServerId));
            await using var workbench = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand);
            await workbench.WalkAsync(async () =>
            {
                await workbench.OpenFileAsync(workspace.MixedDeck);
                await workbench.Lens("Resume quiz (1 of 9)").WaitForAsync();
                await workbench.GoToAsync(1, 1);
                await workbench.ActAsync("Resume quiz");
                await workbench.SeesAsync("> Four.");
                await workbench.TypeAsync("3\n", "## 3 · ");

                var server = workspace.ServerId;
                ChildProcess.Kill(server);
                await Wait.UntilAsync("the next server", Limit, () => workspace.ServerId != server);
                await workbench.TypeAsync("lyon\n", "## 4 · ");
                await workbench.TypeAsync(":!q\n", "## Result");
            });
            SheetSitting.AssertResumed(workspace);
        });
    }

    /// <summary>A card gets another name in all decks, a completion is taken, and the deck is formatted as it is saved.</summary>
    [Fact]
    public async Task VSCode_renames_completes_and_formats_on_saving()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await using var workbench = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand);
            await workbench.WalkAsync(() => WriteAsync(workbench, workspace));
            await AuthorSitting.AssertWrittenAsync(workspace);
            if (workspace.Recorder is { } recorder)
            {
                await recorder.AssertNoViolationsAsync();
            }
        });
    }

    private static async Task WriteAsync(Workbench workbench, Workspace workspace)
    {
        var keyboard = workbench.Page.Keyboard;
        await workbench.OpenFileAsync(workspace.MixedDeck);
        await workbench.Lens("Quiz all").WaitForAsync();
        await workbench.GoToAsync(await LineOfAsync(workspace, "id=fruit"), 18);
        await keyboard.PressAsync("F2");
        await workbench.Page.Locator(".rename-box input").FillAsync("apple");
        await keyboard.PressAsync("Enter");
        await workbench.SeesAsync("id=apple");

        await workbench.GoToAsync(await LineOfAsync(workspace, "id=sum"), 18);
        await CompleteAsync(" lev", "level");
        await CompleteAsync("adv", "advanced");
        await workbench.SeesAsync("<!-- card: id=sum level=advanced -->");

        await keyboard.PressAsync("Control+End");
        await keyboard.TypeAsync("## Next?\nAnswer.\n");
        await workbench.ShootAsync("vscode-before-save");
        await keyboard.PressAsync("Control+s");
        await workbench.SeesAsync("Answer.");
        await workbench.ShootAsync("vscode-after-save");
        await keyboard.PressAsync("Control+k");
        await keyboard.PressAsync("s");
        await Wait.UntilAsync(
            "all decks are saved",
            Limit,
            () =>
                File.ReadAllText(workspace.MixedDeck).Contains("Answer.", StringComparison.Ordinal)
                && File.ReadAllText(workspace.LinkedDeck).Contains("#apple", StringComparison.Ordinal)
        );

        async Task CompleteAsync(string keys, string name)
        {
            await keyboard.TypeAsync(keys);
            await keyboard.PressAsync("Control+Space");
            await workbench.Page.Locator(".suggest-widget .focused", new() { HasText = name }).First.WaitForAsync();
            await workbench.ShootAsync("vscode-completion-" + name);
            await keyboard.PressAsync("Enter");
        }
    }

    private static async Task<int> LineOfAsync(Workspace workspace, string words) =>
        Array.FindIndex(
            await File.ReadAllLinesAsync(workspace.MixedDeck),
            line => line.Contains(words, StringComparison.Ordinal)
        ) + 1;

    private static async Task TakeQuizAsync(Workbench workbench, Workspace workspace)
    {
        await workbench.OpenFileAsync(workspace.MixedDeck);
        await workbench.Lens("Quiz all").WaitForAsync();
        await workbench.CommandAsync(QuizDeck);
        await workbench.SeesAsync("## 1 · ");
        await workbench.ShootAsync("vscode-sheet-1-first");
        await workbench.TypeAsync("b\n", "## 2 · ");
        await workbench.TypeAsync("?\n", "Hint: Count them.");
        await workbench.TypeAsync("\n", "> Four.");
        await workbench.ShootAsync("vscode-sheet-2-grade");
        await workbench.TypeAsync("3\n", "## 3 · ");
        await workbench.TypeAsync("lyon\n", "## 4 · ");
        await workbench.Page.Keyboard.PressAsync("Control+z");
        await workbench.Line("## 4 · ").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await workbench.Page.Keyboard.PressAsync("Control+Shift+z");
        await workbench.SeesAsync("## 4 · ");
        await workbench.Page.Keyboard.PressAsync("Control+End");
        await workbench.TypeAsync("blue\n", "## 5 · ");
        await workbench.TypeAsync(
            await MarkAsync("First") + await MarkAsync("Second") + await MarkAsync("Third") + "\n",
            "## 6 · "
        );
        await workbench.TypeAsync($"1{await MarkAsync("barks")}2{await MarkAsync("meows")}\n", "## 7 · ");
        await workbench.TypeAsync("t\n", "## 8 · ");
        await workbench.TypeAsync("the moon pulls\n\n\n", "You got 1 of 2 concepts.");
        await workbench.ShootAsync("vscode-sheet-3-concepts");
        await workbench.TypeAsync("what\n", "what");
        await workbench.TypeAsync("2\nc\n", "## 10 · ");
        await workbench.TypeAsync("!q\n", "## Result");
        await workbench.ShootAsync("vscode-sheet-4-result");

        async Task<string> MarkAsync(string words) =>
            (await workbench.Line(words).Last.InnerTextAsync()).TrimStart('-', ' ', '\u00A0')[..1];
    }

    private static async Task FixTheBrokenDeckAsync(Workbench workbench, Workspace workspace)
    {
        await workbench.OpenFileAsync(workspace.BrokenDeck);
        var squiggle = workbench.Page.Locator(".squiggly-error").First;
        await squiggle.WaitForAsync();
        await workbench.Page.Keyboard.PressAsync("F8");
        await workbench.Page.Locator(".marker-widget", new() { HasText = Sitting.Rule }).WaitForAsync();
        await workbench.ShootAsync("vscode-1-finding");
        await workbench.Page.Keyboard.PressAsync("Escape");
        await workbench.ActAsync(Sitting.Fix, "vscode-2-fixes");
        await workbench.Line(Sitting.FixedOption).WaitForAsync();
        await squiggle.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await workbench.Page.Keyboard.PressAsync("Control+s");
        await workbench.ShootAsync("vscode-3-fixed");
    }

    private static async Task RevealAnAnswerAsync(Workbench workbench, Workspace workspace)
    {
        var card = Sitting.Revealed(workspace);
        await workbench.OpenFileAsync(workspace.Deck);
        await workbench.Lens("Quiz all").WaitForAsync();
        await workbench.ShootAsync("vscode-4-lenses");
        await workbench.GoToAsync(card.Line, 6);
        await workbench.RevealAsync(card.PlainWords);
        await workbench.ShootAsync("vscode-5-answer");
        await workbench.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task AnswerAQuestionAsync(Workbench workbench, Workspace workspace)
    {
        var card = Sitting.Asked(workspace);
        await workbench.GoToAsync(card.Line, 6);
        await workbench.ActAsync(Sitting.Quiz);
        var question = workbench.Notification(card.Prompt);
        await question.WaitForAsync();
        await workbench.ShootAsync("vscode-6-question");
        var letter = Legend.LetterOf(card.Key, await question.InnerTextAsync());
        await question.GetByRole(AriaRole.Button, new() { Name = letter, Exact = true }).ClickAsync();
        var result = workbench.Notification(Sitting.Result);
        await result.GetByText("Right.").WaitForAsync();
        await workbench.ShootAsync("vscode-7-result");
        await result.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
    }
}
