namespace WsgiLsp.EndToEnd.Tests;

/// <summary>The study panel in a real VS Code workbench, with nothing but keys.</summary>
public class StudyPanelTests
{
    private const string QuizDeck = "WsgiLsp: Quiz This Deck";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// All kinds, an answer taken back, a hint, a grade and a corrected concept; on the way the server is killed under
    /// words that were half written, and the window is loaded anew.
    /// </summary>
    [Fact]
    public async Task VSCode_asks_all_kinds_in_a_panel_that_survives_its_server_and_its_window()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            await using var workbench = await Workbench.OpenAsync(
                required,
                workspace,
                workspace.ServerCommand,
                hasPanels: true
            );
            await workbench.WalkAsync(() => StudyAsync(workbench, workspace));
            Assert.Equal(
                [
                    // Taken back.
                    "fruit 3",
                    .. SheetSitting.Answers,
                    // What was missed, or hard, was asked once more.
                    "fruit 3",
                    "capital 3",
                    "sun 3",
                    "tides 3",
                ],
                SheetSitting.Logged(workspace)
            );
        });
    }

    /// <summary>Each window has its session; both go to the same log.</summary>
    [Fact]
    public async Task VSCode_asks_in_two_windows_at_once()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            await using var first = await Workbench.OpenAsync(
                required,
                workspace,
                workspace.ServerCommand,
                hasPanels: true,
                theme: "Default Dark Modern"
            );
            await first.WalkAsync(async () =>
            {
                await using var second = await first.OpenWindowAsync();
                await second.WalkAsync(() => StudyInTwoWindowsAsync(first, second, workspace));
            });
            // What an exam asks it writes down at its end; what was skipped was not known. And what was read just before
            // on the cheat sheet, in whichever window, was not easy.
            string[] asked = ["capital", "colour", "fruit", "red", "sun", "tides", "when", "who"];
            Assert.Equal(
                asked.Select(name => name + " 1").Append("fruit 2").Append("sum 2").Order(StringComparer.Ordinal),
                SheetSitting.Logged(workspace).Order(StringComparer.Ordinal)
            );
        });
    }

    [Fact]
    public async Task VSCode_does_nothing_that_a_malicious_deck_wants()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            var deck = workspace.Add(HostileMarkup.Deck);
            await using var workbench = await Workbench.OpenAsync(
                required,
                workspace,
                workspace.ServerCommand,
                hasPanels: true
            );
            List<string> done = [];
            workbench.Page.Dialog += (_, dialog) =>
            {
                done.Add("dialog: " + dialog.Message);
                _ = dialog.DismissAsync();
            };
            workbench.Page.Request += (_, request) => done.Add(request.Url);
            await workbench.WalkAsync(() => StudyWithCareAsync(workbench, deck));
            Assert.Contains(done, url => url.StartsWith("http://127.0.0.1", StringComparison.Ordinal));
            Assert.DoesNotContain(done, url => url.Contains("evil.example", StringComparison.Ordinal));
            Assert.DoesNotContain(done, url => url.StartsWith("dialog", StringComparison.Ordinal));
        });
    }

    private static async Task StudyWithCareAsync(Workbench workbench, string deck)
    {
        var panel = new StudyPanel(workbench);
        await workbench.OpenFileAsync(deck);
        await workbench.Lens("Quiz all").WaitForAsync();
        await workbench.CommandAsync(QuizDeck);
        await panel.ShowsAsync("Which?");
        Assert.Equal(0, await panel.CountAsync(HostileMarkup.Selector));
        await panel.PressAsync("Hint 1", "h");
        Assert.Equal(0, await panel.CountAsync(HostileMarkup.Selector));
        await panel.PressAsync("Right.", "a");
        Assert.Equal(0, await panel.CountAsync(HostileMarkup.Selector));
    }

    private static async Task StudyAsync(Workbench workbench, Workspace workspace)
    {
        var panel = new StudyPanel(workbench);
        var keyboard = workbench.Page.Keyboard;
        await workbench.OpenFileAsync(workspace.MixedDeck);
        await workbench.Lens("Quiz all").WaitForAsync();
        await workbench.CommandAsync(QuizDeck);

        await panel.ShowsAsync("Which is a fruit?");
        await workbench.ShootAsync("panel-1-choice");
        await panel.PressAsync("Right.", "a");
        await panel.PressAsync("Undone.", "u");
        await panel.PressAsync("Not right.", "b");
        await workbench.ShootAsync("panel-2-verdict");
        await panel.PressAsync("What is 2 + 2?", "Enter");
        await panel.PressAsync("Count them.", "h");
        await panel.PressAsync("Four.", "Space");
        await workbench.ShootAsync("panel-3-grades");
        await panel.PressAsync("capital of France", "3");

        await keyboard.TypeAsync("ly");
        await panel.LoadsAnewAsync(async () =>
        {
            var server = workspace.ServerId;
            ChildProcess.Kill(server);
            await Wait.UntilAsync("the next server", Limit, () => workspace.ServerId != server);
        });
        await panel.ShowsAsync("3 of 9");
        await keyboard.TypeAsync("on");
        await panel.PressAsync("lyon", "Enter");
        await workbench.ShootAsync("panel-4-difference");
        await panel.PressAsync("The sky is", "Enter");
        await keyboard.TypeAsync("blue");
        await panel.PressAsync("Right.", "Enter");
        await panel.PressAsync("What comes when?", "Enter");

        await panel.IsRememberedAsync();
        await workbench.Page.ReloadAsync();
        await panel.ShowsAsync("What comes when?");
        await panel.PressAsync(
            "Right.",
            await panel.MarkAsync("First"),
            await panel.MarkAsync("Second"),
            await panel.MarkAsync("Third"),
            "Enter"
        );
        await panel.PressAsync("Who does what?", "Enter");
        await workbench.ShootAsync("panel-5-match");
        await panel.PressAsync("Right.", await panel.MarkAsync("barks"), await panel.MarkAsync("meows"), "Enter");
        await panel.PressAsync("The sun is hot", "Enter");
        await panel.PressAsync("Right.", "t");
        await panel.PressAsync("Explain the tides", "Enter");
        await keyboard.TypeAsync("the moon pulls");
        await panel.PressAsync("You got 1 of 2 concepts.", "Control+Enter");
        await panel.PressAsync("You got 2 of 2 concepts.", "Shift+Digit2");
        await workbench.ShootAsync("panel-6-concepts");
        await panel.PressAsync("Which is a colour?", "2");
        await panel.PressAsync("Right.", "c");
        await panel.PressAsync("Which is a fruit?", "Enter");
        await panel.PressAsync("Right.", "a");
        await panel.PressAsync("capital of France", "Enter");
        await keyboard.TypeAsync("Paris");
        await panel.PressAsync("Right.", "Enter");
        await panel.PressAsync("The sun is hot", "Enter");
        await panel.PressAsync("Right.", "t");
        await panel.PressAsync("Explain the tides", "Enter");
        await keyboard.TypeAsync("the moon, twice");
        await panel.PressAsync("You got 2 of 2 concepts.", "Control+Enter");
        await panel.PressAsync("You got 7 of 9", "3");
        await workbench.ShootAsync("panel-7-result");
    }

    private static async Task StudyInTwoWindowsAsync(Workbench first, Workbench second, Workspace workspace)
    {
        var (one, other) = (new StudyPanel(first), new StudyPanel(second));
        await first.OpenFileAsync(workspace.MixedDeck);
        await first.Lens("Quiz all").WaitForAsync();
        await first.CommandAsync(QuizDeck);
        await one.ShowsAsync("Which is a fruit?");

        // The same deck, as an exam, and besides to read.
        await second.OpenFileAsync(workspace.MixedDeck);
        await second.Lens("Quiz all").WaitForAsync();
        await second.GoToAsync(1, 3);
        await second.ActAsync("Write a cheat sheet of this deck");
        await other.ShowsAsync("Twice");
        await second.ShootAsync("panel-8-cheat-sheet");
        await second.OpenFileAsync(workspace.MixedDeck);
        await second.Lens("Quiz all").WaitForAsync();
        await second.GoToAsync(1, 3);
        await second.ActAsync("Take an exam of this deck");
        await other.ShowsAsync("min left");

        await second.ShootAsync("panel-9-exam");

        await one.PressAsync("Right.", "a");
        await one.PressAsync("What is 2 + 2?", "Enter");
        // Out of the field, where the question has one.
        for (var number = 2; number <= 8; number++)
        {
            await other.PressAsync($"{number} of 8", "Escape", "s");
        }

        await other.PressAsync("You got 0 of 8", "Escape", "s");
        await second.ShootAsync("panel-10-exam-result");
        await one.PressAsync("Four.", "Space");
        await one.PressAsync("capital of France", "4");
    }
}
