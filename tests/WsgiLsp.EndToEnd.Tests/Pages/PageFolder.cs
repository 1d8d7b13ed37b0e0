namespace WsgiLsp.EndToEnd.Tests.Pages;

/// <summary>A folder with decks, and the program that makes pages of them.</summary>
internal sealed class PageFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("wsgilsp-pages-").FullName;

    public PageFolder()
    {
        foreach (var deck in new[] { "mixed", "attack", "texts" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, DeckOf(deck)), At(deck + ".deck.md"));
        }

        File.Copy(Repository.At("decks", "wsgi-servers.deck.md"), At("wsgi-servers.deck.md"));
    }

    /// <summary>A file of the folder.</summary>
    public string At(string name) => Path.Combine(root, name);

    /// <summary>Runs the program; the page's path.</summary>
    public async Task<string> MakeAsync(string page, params string[] arguments)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "wsgilsp"),
            [
                .. arguments.Select(word => word.EndsWith(".md", StringComparison.Ordinal) ? At(word) : word),
                "-o",
                At(page),
            ],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["WSGILSP_DATA"] = At("data") },
            TimeSpan.FromSeconds(60)
        );
        Assert.True(exitCode == 0, output);
        return At(page);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string DeckOf(string name) => Path.Combine(name == "mixed" ? "Editors" : "Pages", name + ".deck.md");
}
