using Microsoft.Playwright;
using WsgiLsp.Server.Panel;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>What colours code and sets formulas, in the page that brings it; and what that page is without.</summary>
public class ExtrasTests
{
    private const string WithoutExtras =
        "Object.defineProperty(globalThis, 'wsgilspExtras', { get: () => undefined, set: () => undefined });";

    public ExtrasTests() =>
        Tool.Require(
            "extras.js in the program",
            typeof(PanelPage).Assembly.GetManifestResourceNames().Contains("panel/extras.js"),
            "npm --prefix editor-client ci && npm --prefix editor-client run build:extras, and build again"
        );

    [Fact]
    public async Task Formulas_are_MathML_and_code_is_coloured()
    {
        await using var study = await Study.StartAsync("good");

        Assert.Equal(1, await study.CountAsync("p .math math"));
        Assert.Equal(1, await study.CountAsync("div.math math[display=block] mfrac"));
        Assert.Equal(["def", "return"], await study.TextsAsync("code.language-python .hljs-keyword"));
        var colours = await study.Page.EvaluateAsync<string[]>(
            "['.hljs-keyword', '.hljs-string', '.hljs-comment', 'code.language-python'].map((one) => getComputedStyle(document.querySelector(one)).color)"
        );
        Assert.Distinct(colours);
        Assert.Equal(
            "def plain(): \"text\"",
            Assert.Single(await study.TextsAsync("code.language-nosuchlanguage")).Trim()
        );
        Assert.Equal(0, await study.CountAsync("code.language-nosuchlanguage *"));
        Assert.Contains(
            await study.TextsAsync("main p"),
            text => text.StartsWith("Prices of $5 and $6", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Hostile_formulas_and_code_get_nowhere()
    {
        await using var study = await Study.StartAsync("hostile");

        Assert.Equal(
            0,
            await study.CountAsync(
                "main :is(a, img, script, style, iframe, [href], [src], [style], [onerror], [data-session], .math #main, .math .card)"
            )
        );
        Assert.Equal("card recall", await study.Page.Locator("main > .card").GetAttributeAsync("class"));

        // What one formula defines is no other's affair, and none is larger than it may be.
        var sums = await study.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main li:last-child math')].map((one) => one.querySelector('mrow').textContent)"
        );
        Assert.Equal(2, sums.Length);
        Assert.DoesNotContain("taken", sums[1], StringComparison.Ordinal);
        Assert.InRange(
            await study.Page.EvaluateAsync<double>("document.querySelector('main ul').scrollHeight"),
            1,
            2_000
        );
    }

    [Theory]
    [InlineData("bombs")]
    [InlineData("broken")]
    public async Task What_cannot_be_set_stays_to_be_read(string card)
    {
        await using var study = await Study.StartAsync(card);

        Assert.Equal(0, await study.CountAsync("main .math *"));
        Assert.All(
            await study.TextsAsync("main .math"),
            text => Assert.StartsWith("\\", text, StringComparison.Ordinal)
        );
        Assert.NotEqual(0, await study.CountAsync("main .math"));
    }

    [Theory]
    [InlineData("good")]
    [InlineData("hostile")]
    public async Task Without_them_all_is_plain_text(string card)
    {
        await using var study = await Study.StartAsync(card, WithoutExtras);

        Assert.Equal(0, await study.CountAsync("main :is(.math, code) *"));
        Assert.NotEqual(0, await study.CountAsync("main .math"));
    }

    /// <summary>A card in a browser. At the end the page must have asked nobody, and nothing may have been held back.</summary>
    private sealed class Study : IAsyncDisposable
    {
        private readonly WebProgram program;
        private readonly WebBrowser browser;

        private Study(WebProgram program, WebBrowser browser, IPage page) =>
            (this.program, this.browser, Page) = (program, browser, page);

        public IPage Page { get; }

        public static async Task<Study> StartAsync(string card, string? script = null)
        {
            var program = new WebProgram(
                File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Web", "extras.deck.md"))
            );
            var browser = await WebBrowser.StartAsync();
            await program.StartAsync("--card", card);
            var page = await browser.OpenAsync(program.Address, script: script);
            await page.Locator("main h2").WaitForAsync();
            return new Study(program, browser, page);
        }

        public Task<int> CountAsync(string selector) => Page.Locator(selector).CountAsync();

        public Task<IReadOnlyList<string>> TextsAsync(string selector) => Page.Locator(selector).AllTextContentsAsync();

        public async ValueTask DisposeAsync()
        {
            await browser.DisposeAsync();
            await program.DisposeAsync();

            // What TeX itself would not take is told to whoever opens the console.
            Assert.Empty(
                browser.Complaints.Where(one => !one.StartsWith("LaTeX-incompatible", StringComparison.Ordinal))
            );
            Assert.Empty(browser.Elsewhere);
        }
    }
}
