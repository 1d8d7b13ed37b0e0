using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>The study panel of a workbench's window, whose person has nothing but keys.</summary>
/// <param name="workbench">The window.</param>
internal sealed class StudyPanel(Workbench workbench)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private IFrameLocator Frame =>
        workbench.Page.FrameLocator("iframe.webview:visible").FrameLocator("iframe#active-frame");

    /// <summary>Waits until the panel shows some words and has the keyboard.</summary>
    public async Task ShowsAsync(string words)
    {
        await Frame.Locator("body").Filter(new() { HasText = words }).WaitForAsync();
        await Frame.Locator(":focus").WaitForAsync();
    }

    /// <summary>Presses keys, one after another, and waits for what comes of them.</summary>
    /// <param name="then">What the panel shows then.</param>
    /// <param name="keys">The keys, in Playwright's names.</param>
    public async Task PressAsync(string then, params string[] keys)
    {
        foreach (var key in keys)
        {
            await workbench.Page.Keyboard.PressAsync(key);
        }

        await ShowsAsync(then);
    }

    /// <summary>How many elements of the page match.</summary>
    public Task<int> CountAsync(string selector) => Frame.Locator(selector).CountAsync();

    /// <summary>The letter of an option.</summary>
    /// <param name="words">What it says.</param>
    public async Task<string> MarkAsync(string words) =>
        await Frame
            .Locator(".option")
            .Filter(new() { Has = workbench.Page.Locator(".text", new() { HasText = words }) })
            .Last.Locator(".mark")
            .InnerTextAsync();

    /// <summary>Does something on which the panel's page is loaded anew, and waits until it was.</summary>
    public async Task LoadsAnewAsync(Func<Task> what)
    {
        await Frame.Locator("html").EvaluateAsync("html => html.dataset.former = ''");
        await what();
        await Frame.Locator("html:not([data-former]) main :is(h2, button)").First.WaitForAsync();
    }

    /// <summary>
    /// Waits until the window would remember a panel: in a browser, VS Code writes down what is open every some seconds,
    /// since it cannot as it is closed.
    /// </summary>
    public Task IsRememberedAsync() =>
        Wait.UntilAsync("the window remembers the panel", Limit, () => workbench.Page.EvaluateAsync<bool>(Remembers));

    private const string Remembers = """
        async () => {
          const answer = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          for (const { name } of await indexedDB.databases()) {
            if (!name.startsWith("vscode-web-state-db-")) continue;
            const database = await answer(indexedDB.open(name));
            try {
              const table = database.transaction("ItemTable").objectStore("ItemTable");
              const values = await answer(table.getAll());
              if (values.some((value) => /wsgilsp\.study.*session/.test(String(value)))) return true;
            } finally {
              database.close();
            }
          }
          return false;
        }
        """;
}
