using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>Debian's Chromium without a window, driven by Playwright.</summary>
/// <param name="driver">What drives it.</param>
/// <param name="browser">The browser.</param>
internal sealed class Chromium(IPlaywright driver, IBrowser browser) : IAsyncDisposable
{
    public IBrowser Browser => browser;

    /// <summary>The program; without it the test is skipped, or fails where it is required.</summary>
    public static string Require() =>
        Tool.Require("chromium", "apt-get install -y --no-install-recommends chromium fonts-dejavu-core");

    public static async Task<Chromium> StartAsync(string program)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = program,
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
        return new Chromium(driver, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }
}
