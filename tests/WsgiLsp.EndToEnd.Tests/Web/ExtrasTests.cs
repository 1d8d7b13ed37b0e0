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
    public Task Formulas_are_MathML_and_code_is_coloured() =>
        LookAsync(
            "good",
            async page =>
            {
                Assert.Equal(1, await CountAsync(page, "p .math:not(.display) math:not([display])"));
                Assert.Equal(1, await CountAsync(page, "p .math.display math[display=block]"));
                Assert.Equal(1, await CountAsync(page, "div.math math[display=block] mfrac"));
                Assert.Equal(["def", "return"], await TextsAsync(page, "code.language-python .hljs-keyword"));
                var colours = await page.EvaluateAsync<string[]>(
                    "['.hljs-keyword', '.hljs-string', '.hljs-comment', 'code.language-python'].map((one) => getComputedStyle(document.querySelector(one)).color)"
                );
                Assert.Distinct(colours);
                Assert.Equal(
                    "def plain(): \"text\"",
                    Assert.Single(await TextsAsync(page, "code.language-nosuchlanguage")).Trim()
                );
                Assert.Equal(0, await CountAsync(page, "code.language-nosuchlanguage *"));
                Assert.Contains(
                    await TextsAsync(page, "main p"),
                    text => text.StartsWith("Prices of $5 and $6", StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public Task Hostile_formulas_and_code_get_nowhere() =>
        LookAsync(
            "hostile",
            async page =>
            {
                Assert.Equal(
                    0,
                    await CountAsync(
                        page,
                        "main :is(a, img, script, style, iframe, [href], [src], [style], [onerror], [data-session], .math #main, .math .card)"
                    )
                );
                Assert.Equal("card", await page.Locator("main > .card").GetAttributeAsync("class"));

                // What one formula defines is no other's affair, and none is larger than it may be.
                var sums = await page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('main li:last-child math')].map((one) => one.querySelector('mrow').textContent)"
                );
                Assert.Equal(2, sums.Length);
                Assert.DoesNotContain("taken", sums[1], StringComparison.Ordinal);
                Assert.InRange(
                    await page.EvaluateAsync<double>("document.querySelector('main ul').scrollHeight"),
                    1,
                    2_000
                );
            }
        );

    [Theory]
    [InlineData("bombs")]
    [InlineData("broken")]
    public Task What_cannot_be_set_stays_to_be_read(string card) =>
        LookAsync(
            card,
            async page =>
            {
                Assert.Equal(0, await CountAsync(page, "main .math *"));
                Assert.All(
                    await TextsAsync(page, "main .math"),
                    text => Assert.StartsWith("\\", text, StringComparison.Ordinal)
                );
                Assert.NotEqual(0, await CountAsync(page, "main .math"));
            }
        );

    [Theory]
    [InlineData("good")]
    [InlineData("hostile")]
    public Task Without_them_all_is_plain_text(string card) =>
        LookAsync(
            card,
            async page =>
            {
                Assert.Equal(0, await CountAsync(page, "main :is(.math, code) *"));
                Assert.NotEqual(0, await CountAsync(page, "main .math"));
            },
            WithoutExtras
        );

    /// <summary>
    /// Looks at a card in a browser. The page must have asked nobody, and nothing may have been held back.
    /// </summary>
    private static async Task LookAsync(string card, Func<IPage, Task> look, string? script = null)
    {
        var deck = await File.ReadAllTextAsync(
            Path.Join(AppContext.BaseDirectory, "Web", "extras.deck.md"),
            TestContext.Current.CancellationToken
        );
        await using var program = new WebProgram(deck);
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--card", card);
        var page = await browser.OpenAsync(program.Address, script: script);
        await page.Locator("main h2").WaitForAsync();
        await look(page);

        // What TeX itself would not take is told to whoever opens the console.
        Assert.DoesNotContain(
            browser.Complaints,
            one => !one.StartsWith("LaTeX-incompatible", StringComparison.Ordinal)
        );
        Assert.Empty(browser.Elsewhere);
    }

    private static Task<int> CountAsync(IPage page, string selector) => page.Locator(selector).CountAsync();

    private static Task<IReadOnlyList<string>> TextsAsync(IPage page, string selector) =>
        page.Locator(selector).AllTextContentsAsync();
}
