namespace WsgiLsp.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static readonly byte[] Image = Convert.FromBase64String(Png);

    private readonly Shell shell = new();

    public ExportTests() => shell.Folder.With("small.deck.md", TestDecks.Small);

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_page_goes_to_standard_output_or_into_a_file()
    {
        var result = await shell.RunAsync("export", "--html", "small.deck.md");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("<!DOCTYPE html>\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("<h1>Small talk</h1>", result.Output, StringComparison.Ordinal);

        Assert.Equal(
            new ShellResult(0, "", ""),
            await shell.RunAsync("export", "--html", "small.deck.md", "-o", "a.html")
        );
        Assert.Equal(result.Output, shell.Read("a.html"));
    }

    [Fact]
    public async Task A_page_is_replaced_and_another_file_is_not()
    {
        await shell.RunAsync("export", "--html", "small.deck.md", "-o", "a.html");
        var again = await shell.RunAsync("export", "--html", "--title", "Talk", "small.deck.md", "-o", "a.html");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("<h1>Talk</h1>", shell.Read("a.html"), StringComparison.Ordinal);

        shell.Folder.With("mine.html", "<!DOCTYPE html><p>mine</p>");
        var refused = await shell.RunAsync("export", "--html", "small.deck.md", "-o", "mine.html");
        Assert.Equal(
            new ShellResult(2, "", "wsgilsp: mine.html: is there and was not made by wsgilsp (--force replaces it)\n"),
            refused
        );
        Assert.Equal("<!DOCTYPE html><p>mine</p>", shell.Read("mine.html"));

        Assert.Equal(
            0,
            (await shell.RunAsync("export", "--html", "--force", "small.deck.md", "-o", "mine.html")).ExitCode
        );
        Assert.Contains("Small talk", shell.Read("mine.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_written_whole_or_not_at_all()
    {
        shell.Folder.With("b.deck.md", "# B\n\n## Q?\n\n[sum](small.deck.md#sum)\n");
        Assert.Equal(new ShellResult(0, "", ""), await shell.RunAsync("export", "--site", "-o", "out/site"));
        Assert.Equal(
            ["b.html", "index.html", "small.html"],
            Directory.GetFiles(shell.Folder["out/site"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "href=\"small.html#card-small/what-is-2--2\"",
            shell.Read("out/site/b.html"),
            StringComparison.Ordinal
        );

        Directory.CreateDirectory(shell.Folder["other"]);
        shell.Folder.With("other/small.html", "mine");
        var refused = await shell.RunAsync("export", "--site", "-o", "other");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(["small.html"], Directory.GetFiles(shell.Folder["other"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Images_of_the_workspace_stand_in_the_page()
    {
        Directory.CreateDirectory(shell.Folder["decks"]);
        await File.WriteAllBytesAsync(shell.Folder["a.png"], Image, TestContext.Current.CancellationToken);
        shell.Folder.With("decks/b.png", "no image");
        shell.Folder.With(
            "decks/a.deck.md",
            "## Q?\n\n![in](../a.png) ![not](b.png) ![far](https://example.org/a.png)\n"
        );

        var page = (await shell.RunAsync("export", "--html", "decks/a.deck.md")).Output;

        Assert.Contains($"<img src=\"data:image/png;base64,{Png}\" alt=\"in\">", page, StringComparison.Ordinal);
        Assert.Contains(
            "<span class=\"image\">not</span> <span class=\"image\">far</span>",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_link_leads_no_image_out_of_the_workspace()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Making links needs a privilege there.");
        }

        var outside = Path.Combine(shell.DataFolder, "secret.png");
        await File.WriteAllBytesAsync(outside, Image, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(shell.Folder["a.png"], outside);
        Directory.CreateSymbolicLink(shell.Folder["folder"], shell.DataFolder);
        shell.Folder.With("a.deck.md", "## Q?\n\n![one](a.png) ![two](folder/secret.png)\n");

        var page = (await shell.RunAsync("export", "--html", "a.deck.md")).Output;

        Assert.Contains(
            "<span class=\"image\">one</span> <span class=\"image\">two</span>",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("which form? --html for one page, --site for a folder of pages", "export", "small.deck.md")]
    [InlineData(
        "--html makes one page and --site a folder of them: only one is possible",
        "export",
        "--html",
        "--site",
        "-o",
        "x"
    )]
    [InlineData("--site needs -o FOLDER", "export", "--site", "small.deck.md")]
    [InlineData("there are no cards to export", "export", "--html", "empty.md")]
    [InlineData(
        "none/a.html: there is no such file or folder",
        "export",
        "--html",
        "small.deck.md",
        "-o",
        "none/a.html"
    )]
    [InlineData("--html and --json: only one is possible", "stats", "--html", "--json")]
    [InlineData("-o is for the page: it needs --html", "stats", "-o", "x")]
    public async Task Mistakes_are_told(string message, params string[] args)
    {
        shell.Folder.With("empty.md", "");
        Assert.Equal(new ShellResult(2, "", $"wsgilsp: {message}\n"), await shell.RunAsync(args));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_is_exported()
    {
        var result = await shell.RunAsync("export", "--html", "none.md", "small.deck.md", "-o", "a.html");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.md", result.Error, StringComparison.Ordinal);
        Assert.Contains("Small talk", shell.Read("a.html"), StringComparison.Ordinal);
    }
}
