using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests;

public class WorkbenchTests
{
    private const string MissingServer = "WsgiLsp found no";

    [Fact]
    public async Task VSCode_shows_and_fixes_a_finding_reveals_an_answer_and_asks_a_question()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await using var workbench = await Workbench.OpenAsync(required, workspace, workspace.ServerCommand);
            await PictureOnFailureAsync(
                workbench,
                async () =>
                {
                    await FixTheBrokenDeckAsync(workbench, workspace);
                    await RevealAnAnswerAsync(workbench, workspace);
                    await AnswerAQuestionAsync(workbench, workspace);
                    Assert.Equal(0, await workbench.Notification(MissingServer).CountAsync());
                }
            );
            await Sitting.AssertLeftBehindAsync(workspace);
        });
    }

    [Fact]
    public async Task VSCode_finds_the_server_inside_the_extension()
    {
        var required = Workbench.Requirements.Find();
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            await using var workbench = await Workbench.OpenAsync(required, workspace, serverPath: null);
            await PictureOnFailureAsync(
                workbench,
                async () =>
                {
                    await workbench.OpenFileAsync(workspace.BrokenDeck);
                    await workbench.Page.Locator(".squiggly-error").First.WaitForAsync();
                    Assert.False(workspace.ServerWasStarted, "The server on the PATH was started.");
                    Assert.Equal(0, await workbench.Notification(MissingServer).CountAsync());
                }
            );
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
            await PictureOnFailureAsync(
                workbench,
                async () =>
                {
                    await workbench.OpenFileAsync(workspace.BrokenDeck);
                    var notification = workbench.Notification(MissingServer);
                    await notification.GetByRole(AriaRole.Button, new() { Name = "Open Settings" }).ClickAsync();
                    await workbench.Page.Locator(".settings-editor").WaitForAsync();
                }
            );
        });
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
        await workbench.Page.Locator(".codelens-decoration", new() { HasText = "Quiz all" }).First.WaitForAsync();
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

    private static async Task PictureOnFailureAsync(Workbench workbench, Func<Task> steps)
    {
        try
        {
            await steps();
        }
        catch
        {
            await workbench.ShootAsync("vscode-failure");
            throw;
        }
    }
}
