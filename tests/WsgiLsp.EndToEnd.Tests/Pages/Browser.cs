using System.Text.Json;
using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Pages;

/// <summary>
/// A headless browser in which pages may ask nobody for anything: each request but that for the file itself is cut off and
/// remembered.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Chromium chromium;

    private Browser(Chromium chromium) => this.chromium = chromium;

    /// <summary>What pages asked for, without the files that tests opened.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What pages complained of, policies that were held among it.</summary>
    public List<string> Complaints { get; } = [];

#pragma warning disable CA2000 // What is made holds it.
    public static async Task<Browser> StartAsync() => new(await Chromium.StartAsync(Chromium.Require()));
#pragma warning restore CA2000

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scheme">What the learner prefers.</param>
    /// <param name="runsScripts">Whether the browser runs scripts.</param>
    /// <param name="width">The window's width in pixels.</param>
    public async Task<IPage> OpenAsync(
        string path,
        ColorScheme scheme = ColorScheme.Light,
        bool runsScripts = true,
        int width = 1100
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = runsScripts,
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        await page.RouteAsync(
            "**",
            route =>
            {
                if (route.Request.Url.StartsWith("file://", StringComparison.Ordinal))
                {
                    return route.ContinueAsync();
                }

                Requests.Add(route.Request.Url);
                return route.AbortAsync();
            }
        );
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>Attaches a picture to the test's result, and puts it into the folder that <c>E2E_SHOTS</c> names.</summary>
    public static async Task ShootAsync(IPage page, string name, bool isWhole = false)
    {
        var picture = await page.ScreenshotAsync(
            new() { Animations = ScreenshotAnimations.Disabled, FullPage = isWhole }
        );
        TestContext.Current.AddAttachment(name, picture, replaceExistingValue: true, "image/png");
        if (Environment.GetEnvironmentVariable("E2E_SHOTS") is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, name + ".png"),
                picture,
                TestContext.Current.CancellationToken
            );
        }
    }

    /// <summary>What axe-core finds wrong with a page as it is now: a line for each finding.</summary>
    public static async Task<string> AxeAsync(IPage page)
    {
        // Over the debugger's connection: the page's own policy would not let it in.
        var found = await page.EvaluateAsync<JsonElement>(
            await File.ReadAllTextAsync(AxePath(), TestContext.Current.CancellationToken)
                + "\n;axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.flatMap((one) => "
                + "one.nodes.map((node) => `${one.id} (${one.impact}): ${node.html.slice(0, 160)} ${node.failureSummary}`)))"
        );
        return string.Join('\n', found.EnumerateArray().Select(one => one.GetString()));
    }

    public static string AxePath() =>
        Tool.Require(
            "axe-core",
            Repository.At(".e2e", "axe", "node_modules", "axe-core", "axe.min.js"),
            "npm install --prefix .e2e/axe --no-save axe-core"
        );

    public ValueTask DisposeAsync() => chromium.DisposeAsync();
}
