using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>Brings panels into each state that they can be in.</summary>
internal static class PanelWalk
{
    /// <summary>A way through a session of all kinds: what stands there, how that is called, and the keys that lead on.</summary>
    private static readonly (string Sees, string State, string[] Keys)[] Session =
    [
        ("main job", "choice", ["h"]),
        ("Hint 1", "choice-hint", ["+", "a"]),
        ("Not right.", "choice-wrong", ["Space"]),
        ("stand for?", "recall", ["Space"]),
        ("PEP 3333", "recall-revealed", ["3"]),
        ("What speaks for", "multi", ["a", "b", "+"]),
        ("What speaks for", "multi-picked", ["Enter"]),
        ("In part", "multi-partly", ["Space"]),
        ("renders the templates", "truth", ["f"]),
        ("Right.", "truth-right", ["Space"]),
        ("Explain how", "explain", ["The master forks its workers, and they speak WSGI.", "Control+Enter"]),
        ("You got 2 of 3", "explain-concepts", ["Shift+Digit2"]),
        ("You got 3 of 3", "explain-overruled", ["1"]),
        ("starts the workers?", "typed", ["the arbitre", "Enter"]),
        ("Almost.", "typed-difference", ["Space"]),
        ("The signals", "cloze", ["reloads", "Enter", "starts", "Enter"]),
        ("expected:", "cloze-wrong", ["Space"]),
        ("What happens first?", "order", ["1", "3", "2"]),
        ("What happens first?", "order-picked", ["4", "Enter"]),
        ("Continue", "order-wrong", ["Space"]),
        ("Who does what?", "match", ["a", "b"]),
        ("Who does what?", "match-picked", ["c", "Enter"]),
        ("Continue", "match-judged", ["Space"]),
    ];

    /// <summary>Goes through all states, and looks at each.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="look">Looks at a page in a state of a name.</param>
    /// <param name="width">The window's width in pixels.</param>
    public static async Task GoAsync(WebBrowser browser, Func<IPage, string, Task> look, int width = 900)
    {
        await SessionAsync(browser, look, width);
        await ExamAsync(browser, look, width);
        await PageAsync(browser, look, width);
    }

    private static async Task SessionAsync(WebBrowser browser, Func<IPage, string, Task> look, int width)
    {
        await using var program = Program();
        await program.StartAsync("--all", "--order", "deck", "--seed", "1");
        var page = await browser.OpenAsync(program.Address, width: width);
        foreach (var (sees, state, keys) in Session)
        {
            await SeesAsync(page, sees);
            await look(page, state);
            foreach (var key in keys)
            {
                await (key.Contains(' ') ? page.Keyboard.TypeAsync(key) : PressAsync(page, key));
            }
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await SeesAsync(page, "You got ");
        await look(page, "finished");
        await page.Keyboard.PressAsync("?");
        await page.Locator("dialog[open]").WaitForAsync();
        await look(page, "help");
        await page.Keyboard.PressAsync("Escape");
        await program.KillAsync();
        await page.Keyboard.PressAsync("a");
        await SeesAsync(page, "The program has ended.");
        await look(page, "lost");
    }

    private static async Task ExamAsync(WebBrowser browser, Func<IPage, string, Task> look, int width)
    {
        await using var program = Program();
        await program.StartAsync("--mode", "exam", "--order", "deck", "--seed", "1");
        var page = await browser.OpenAsync(program.Address, width: width);
        await page.Locator("main h2").WaitForAsync();
        await look(page, "exam");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Change 1" }).WaitForAsync();
        await look(page, "exam-noted");
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await SeesAsync(page, "due today?");
        await look(page, "exam-due");
        await page.Keyboard.PressAsync("y");
        await SeesAsync(page, "1 due today");
        await look(page, "exam-result");
    }

    private static async Task PageAsync(WebBrowser browser, Func<IPage, string, Task> look, int width)
    {
        await using var program = Program();
        await program.StartAsync("--mode", "cheat-sheet");
        var page = await browser.OpenAsync(program.Address, width: width);
        await page.Locator("details").First.WaitForAsync();
        await look(page, "page-open");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((one) => (one.open = false))");
        await look(page, "page-folded");
    }

    private static WebProgram Program()
    {
        var program = new WebProgram(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Web", "looks.deck.md")));
        program.Add("picture.png", Repository.At("docs", "images", "study-panel.png"));
        return program;
    }

    /// <summary>A key by its name, or a word that is typed.</summary>
    private static Task PressAsync(IPage page, string key) =>
        key.Length > 1 && char.IsAsciiLetterLower(key[0])
            ? page.Keyboard.TypeAsync(key)
            : page.Keyboard.PressAsync(key);

    private static Task SeesAsync(IPage page, string text) => page.GetByText(text).First.WaitForAsync();
}
