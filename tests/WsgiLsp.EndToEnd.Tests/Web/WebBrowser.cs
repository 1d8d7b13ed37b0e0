using System.Text.Json;
using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>A headless browser with a panel in it. What pages ask of others, and what goes wrong in them, is remembered.</summary>
internal sealed class WebBrowser : IAsyncDisposable
{
    private readonly IPlaywright driver;
    private readonly IBrowser chromium;

    private WebBrowser(IPlaywright driver, IBrowser chromium) => (this.driver, this.chromium) = (driver, chromium);

    /// <summary>Requests to anybody but the page's own program.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>Errors of scripts, what a policy held back, and dialogs.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<WebBrowser> StartAsync()
    {
        var program = Tool.Require("chromium", "apt-get install -y --no-install-recommends chromium fonts-dejavu-core");
        var driver = await Playwright.CreateAsync();
        return new WebBrowser(
            driver,
            await driver.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = program,
                    Headless = true,
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
                }
            )
        );
    }

    /// <summary>Opens an address as a person would.</summary>
    public async Task<IPage> OpenAsync(
        string address,
        ColorScheme scheme = ColorScheme.Light,
        ForcedColors forced = ForcedColors.None,
        int width = 900
    )
    {
        var context = await chromium.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ForcedColors = forced,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 860 },
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        var origin = new Uri(address).GetLeftPart(UriPartial.Authority) + "/";
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin, StringComparison.Ordinal) && !request.Url.StartsWith("data:image/"))
            {
                Elsewhere.Add(request.Url);
            }
        };
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>What axe-core finds wrong with a page as it is now: a line for each finding.</summary>
    public static async Task<string> AxeAsync(IPage page)
    {
        var axe = Tool.Require(
            "axe-core",
            Repository.At(".e2e", "axe", "node_modules", "axe-core", "axe.min.js"),
            "npm install --prefix .e2e/axe --no-save axe-core"
        );

        // Over the debugger's connection: the page's own policy would not let it in.
        var found = await page.EvaluateAsync<JsonElement>(
            await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken)
                + "\n;axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.flatMap((one) => "
                + "one.nodes.map((node) => `${one.id} (${one.impact}): ${node.html.slice(0, 160)} ${node.failureSummary}`)))"
        );
        return string.Join('\n', found.EnumerateArray().Select(one => one.GetString()));
    }

    /// <summary>Attaches a picture to the test's result, and puts it into the folder that <c>E2E_SHOTS</c> names.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, FullPage = true });
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

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        driver.Dispose();
    }
}
