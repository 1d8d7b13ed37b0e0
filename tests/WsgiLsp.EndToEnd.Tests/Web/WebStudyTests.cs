using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary><c>wsgilsp study --web</c> in a real browser, with nothing but keys; and those who must not come in.</summary>
public class WebStudyTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static string Deck(string name) =>
        File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Web", name + ".deck.md"));

    [Fact]
    public async Task A_session_of_all_kinds_is_taken_with_nothing_but_keys()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--all", "--order", "deck");
        var page = await browser.OpenAsync(program.Address);

        // A hint, then a wrong option; its verdict stays until it is read.
        await SeesAsync(page, "main job");
        await page.Keyboard.PressAsync("h");
        await SeesAsync(page, "between the web");
        await page.Keyboard.PressAsync("a");
        await SeesAsync(page, "Not right.");
        await SeesAsync(page, "The application does that.");
        await page.Keyboard.PressAsync("Space");

        // Revealed, graded, taken back, graded again.
        await SeesAsync(page, "stand for?");
        await page.Keyboard.PressAsync("Space");
        await SeesAsync(page, "PEP 3333");
        await page.Keyboard.PressAsync("1");
        await SeesAsync(page, "What speaks for it?");
        await page.Keyboard.PressAsync("u");
        await SeesAsync(page, "PEP 3333");
        await page.Keyboard.PressAsync("4");

        await SeesAsync(page, "What speaks for it?");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator(".first").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Right.");
        await page.Keyboard.PressAsync("Enter");

        await SeesAsync(page, "renders the templates");
        await page.Keyboard.PressAsync("f");
        await SeesAsync(page, "Right.");
        await page.Keyboard.PressAsync("Space");

        await SeesAsync(page, "Explain how");
        await page.Keyboard.TypeAsync("the master process forks\n\n\nand each worker speaks wsgi");
        await page.Keyboard.PressAsync("Control+Enter");
        await SeesAsync(page, "You got 2 of 3 concepts.");
        await page.Keyboard.PressAsync("Shift+Digit2");
        await SeesAsync(page, "You got 3 of 3 concepts.");
        await page.Keyboard.PressAsync("3");

        await SeesAsync(page, "starts the workers?");
        await page.Keyboard.TypeAsync("the arbitre");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Almost.");
        await page.Keyboard.PressAsync("Enter");

        await SeesAsync(page, "The signals");
        await page.Keyboard.TypeAsync("reloads");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("stops");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Right.");
        await page.Keyboard.PressAsync("Space");

        await SeesAsync(page, "What happens first?");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Continue");
        await page.Keyboard.PressAsync("Space");

        await SeesAsync(page, "Who does what?");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "Continue");
        await page.Keyboard.PressAsync("Space");

        // What was missed comes back; the rest is left for another day.
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "You got ");
        Assert.Empty(browser.Complaints);
        Assert.Empty(browser.Elsewhere);
        var log = await program.LogAsync();
        Assert.Equal(
            ["choice 1", "recall 1", "recall 4", "multi 3", "truth 2", "explain 3", "word 2", "cloze/c1 3"],
            log.Take(8).Select(line => line["kinds/".Length..])
        );
        Assert.Equal(10, log.Count);
    }

    [Fact]
    public async Task It_ends_when_the_session_is_over_and_the_page_closed()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--card", "choice");
        var page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "main job");
        await page.Keyboard.PressAsync("b");
        await SeesAsync(page, "Right.");
        await page.CloseAsync(new() { RunBeforeUnload = true });

        await Wait.UntilAsync("the program ends", Limit, () => program.HasEnded);
        Assert.Contains("You got 1 of 1.", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_kill_9_a_session_goes_on_with_all_that_was_answered()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--all", "--order", "deck");
        var page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "main job");
        await page.Keyboard.PressAsync("b");
        await SeesAsync(page, "Right.");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Space");
        await SeesAsync(page, "PEP 3333");
        await program.KillAsync();
        await page.Keyboard.PressAsync("3");
        await SeesAsync(page, "The program has ended.");

        await program.StartAsync("--resume");
        page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "PEP 3333");
        await page.Keyboard.PressAsync("3");
        await SeesAsync(page, "What speaks for it?");
        Assert.Equal(["kinds/choice 3", "kinds/recall 3"], await program.LogAsync());
    }

    [Fact]
    public async Task What_is_being_written_survives_loading_the_page_again()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--card", "explain");
        var page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "Explain how");
        await page.Keyboard.TypeAsync("a master");
        await page.ReloadAsync();
        await SeesAsync(page, "Explain how");
        Assert.Equal("a master", await page.Locator("textarea").InputValueAsync());

        // A hint does not take it away either.
        await page.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await SeesAsync(page, "Who starts whom?");
        Assert.Equal("a master", await page.Locator("textarea").InputValueAsync());
    }

    [Fact]
    public async Task A_card_that_is_edited_meanwhile_stands_there_anew_when_the_learner_comes_back()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--card", "explain", "--card", "choice", "--order", "deck");
        var page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "main job");
        program.Save(Deck("kinds").Replace("main job", "first duty", StringComparison.Ordinal));
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await SeesAsync(page, "first duty");
        await SeesAsync(page, "edited meanwhile");
        await page.Keyboard.PressAsync("b");
        await SeesAsync(page, "Right.");
        await page.Keyboard.PressAsync("Space");

        // Whoever did not come back since answers what stands there no more; what was written stays.
        await SeesAsync(page, "Explain how");
        await page.Keyboard.TypeAsync("a master");
        program.Save(Deck("kinds").Replace("Explain how", "Say how", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Control+Enter");
        await SeesAsync(page, "Say how");
        Assert.Equal("a master", await page.Locator("textarea").InputValueAsync());
        Assert.Equal(["kinds/choice 3"], await program.LogAsync());

        await program.KillAsync();
        await program.StartAsync("--resume");
        page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "Say how");
        Assert.DoesNotContain(browser.Complaints, one => !one.Contains("ERR_CONNECTION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_malicious_deck_gets_nowhere()
    {
        await using var program = new WebProgram(Deck("attack"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--all");
        var page = await browser.OpenAsync(program.Address);
        await SeesAsync(page, "Which?");
        await CheckAsync();
        await page.Keyboard.PressAsync("h");
        await SeesAsync(page, "Hint 1");
        await CheckAsync();
        await page.Keyboard.PressAsync("a");
        await SeesAsync(page, "Right.");
        await CheckAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await SeesAsync(page, "You got 1 of 1.");
        await CheckAsync();

        async Task CheckAsync()
        {
            // Not even held back by the policy: none of it became an element.
            Assert.Empty(browser.Complaints);
            Assert.Empty(browser.Elsewhere);
            Assert.Equal(0, await page.Locator(HostileMarkup.Selector).CountAsync());
        }
    }

    [Theory]
    [InlineData("GET", "/", null, null, 403)] // No token.
    [InlineData("GET", "/{wrong}/", null, null, 403)]
    [InlineData("POST", "/{wrong}/answer", "{origin}", null, 403)]
    [InlineData("POST", "/{token}/answer", "http://evil.example", null, 403)]
    [InlineData("POST", "/{token}/answer", "null", null, 403)]
    [InlineData("POST", "/{token}/answer", null, null, 403)] // No origin.
    [InlineData("GET", "/{token}/", "http://evil.example", null, 403)]
    [InlineData("GET", "/{token}/", null, "evil.example", 403)] // A name that leads here.
    [InlineData("GET", "/{token}/", null, "localhost:{port}", 403)]
    [InlineData("POST", "/{token}/answer", "http://evil.example:{port}", "evil.example:{port}", 403)]
    [InlineData("GET", "/{token}/answer", null, null, 405)]
    [InlineData("POST", "/{token}/", "{origin}", null, 405)]
    [InlineData("OPTIONS", "/{token}/answer", "http://evil.example", null, 405)]
    [InlineData("POST", "/{token}/answer", "{origin}", null, 415)] // No JSON.
    [InlineData("POST", "/{token}/other", "{origin}", null, 404)]
    [InlineData("GET", "/{token}/../{token}/", null, null, 403)]
    [InlineData("GET", "/{token}/", null, null, 200)]
    public async Task Only_the_page_itself_is_let_in(
        string method,
        string path,
        string? origin,
        string? host,
        int status
    )
    {
        await using var program = new WebProgram(Deck("kinds"));
        await program.StartAsync("--all");
        var reply = await AskAsync(
            program,
            $"{method} {path} HTTP/1.1\r\nHost: {host ?? "127.0.0.1:{port}"}\r\n"
                + (origin is null ? "" : $"Origin: {origin}\r\n")
                + "Content-Length: 0\r\n\r\n"
        );

        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "),
            reply,
            StringComparison.Ordinal
        );
        Assert.Contains("Content-Security-Policy: default-src 'none'", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-", reply, StringComparison.OrdinalIgnoreCase);
        Assert.True(status == 200 || !reply.Contains(new Uri(program.Address).Segments[1].Trim('/')), reply);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /{token}/answer HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 99999999\r\n\r\n")]
    [InlineData(
        "POST /{token}/answer HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    )]
    [InlineData("GET /{token}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n")]
    public async Task What_cannot_be_read_is_refused(string request)
    {
        await using var program = new WebProgram(Deck("kinds"));
        await program.StartAsync("--all");

        Assert.StartsWith("HTTP/1.1 400 ", await AskAsync(program, request), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 200 ",
            await AskAsync(program, "GET /{token}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"),
            StringComparison.Ordinal
        );
    }

    /// <summary>A site that knows even the address cannot answer in the learner's place, nor show or read the page.</summary>
    [Fact]
    public async Task Another_site_gets_nowhere_from_within_the_browser()
    {
        await using var program = new WebProgram(Deck("kinds"));
        await using var browser = await WebBrowser.StartAsync();
        await program.StartAsync("--all", "--order", "deck");
        using var other = new OtherSite();
        var page = await browser.OpenAsync(other.Address);

        var told = await page.EvaluateAsync<string[]>(
            """
            async (address) => {
              const tell = (promise) => promise.then((reply) => `${reply.type} ${reply.status}`, () => "refused");
              const body = JSON.stringify({ session: "x", taken: 0, lines: ["a"] });
              const frame = document.createElement("iframe");
              const loaded = new Promise((done) => frame.addEventListener("load", done));
              frame.src = address;
              document.body.append(frame);
              await loaded;
              let inside = "hidden";
              try { inside = frame.contentDocument?.body?.textContent ? "seen" : "hidden"; } catch { }
              return [
                await tell(fetch(address)),
                await tell(fetch(address + "answer", { method: "POST", headers: { "Content-Type": "application/json" }, body })),
                await tell(fetch(address + "answer", { method: "POST", mode: "no-cors", body })),
                inside,
              ];
            }
            """,
            program.Address
        );

        Assert.Equal(["refused", "refused"], told[..2]);
        Assert.Contains(told[2], new[] { "refused", "opaque 0" });
        Assert.Equal("hidden", told[3]);
        Assert.Empty(await program.LogAsync());
    }

    private static Task SeesAsync(IPage page, string text) => page.GetByText(text).First.WaitForAsync();

    /// <summary>Sends bytes as they are, and returns all that comes back.</summary>
    private static async Task<string> AskAsync(WebProgram program, string request)
    {
        var address = new Uri(program.Address);
        var token = address.Segments[1].Trim('/');
        var text = request
            .Replace("{token}", token, StringComparison.Ordinal)
            .Replace("{wrong}", "0" + token[1..^1] + "z", StringComparison.Ordinal)
            .Replace("{origin}", program.Origin, StringComparison.Ordinal)
            .Replace("{port}", address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
