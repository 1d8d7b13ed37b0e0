using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>A headless browser with a panel in it. What pages ask of others, and what goes wrong in them, is remembered.</summary>
internal sealed class WebBrowser : IAsyncDisposable
{
    private readonly Chromium chromium;

    private WebBrowser(Chromium chromium) => this.chromium = chromium;

    /// <summary>Requests to anybody but the page's own program.</summary>
    public List<string> Elsewhere { get; } = [];

    /// <summary>Errors of scripts, what a policy held back, and dialogs.</summary>
    public List<string> Complaints { get; } = [];

#pragma warning disable CA2000 // What is made holds it.
    public static async Task<WebBrowser> StartAsync() => new(await Chromium.StartAsync(Chromium.Require()));
#pragma warning restore CA2000

    /// <summary>Opens an address as a person would.</summary>
    /// <param name="address">The address.</param>
    /// <param name="scheme">What the person prefers.</param>
    /// <param name="forced">Whether the system chooses all colours.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="script">Runs before the page's own scripts.</param>
    public async Task<IPage> OpenAsync(
        string address,
        ColorScheme scheme = ColorScheme.Light,
        ForcedColors forced = ForcedColors.None,
        int width = 900,
        string? script = null
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ForcedColors = forced,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 860 },
            }
        );
        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

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
            if (
                !request.Url.StartsWith(origin, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:image/", StringComparison.Ordinal)
            )
            {
                Elsewhere.Add(request.Url);
            }
        };
        await page.GotoAsync(address);
        return page;
    }

    public ValueTask DisposeAsync() => chromium.DisposeAsync();
}
