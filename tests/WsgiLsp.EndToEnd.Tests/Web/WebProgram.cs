namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary><c>wsgilsp study --web</c> with decks and a log of its own.</summary>
internal sealed class WebProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string root = Directory.CreateTempSubdirectory("wsgilsp-web-").FullName;
    private ChildProcess? process;

    /// <summary>A program that is still to be started.</summary>
    /// <param name="deck">The deck's text.</param>
    public WebProgram(string deck) => File.WriteAllText(Path.Join(root, "test.deck.md"), deck);

    /// <summary>Saves the deck as an editor would.</summary>
    /// <param name="deck">The deck's text.</param>
    public void Save(string deck) => File.WriteAllText(Path.Join(root, "test.deck.md"), deck);

    /// <summary>Puts a file beside the deck.</summary>
    public void Add(string name, string file) => File.Copy(file, Path.Join(root, name));

    /// <summary>The address of the page.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The same without the token: what a browser calls the page's origin.</summary>
    public string Origin => new Uri(Address).GetLeftPart(UriPartial.Authority);

    /// <summary>What the program said.</summary>
    public string Output => process!.Output;

    public bool HasEnded => process!.HasExited;

    /// <summary>Starts the program, and waits for its address.</summary>
    public async Task StartAsync(params string[] options)
    {
        process = ChildProcess.Start(
            Path.Join(AppContext.BaseDirectory, "wsgilsp"),
            ["study", "--web", "--no-browser", .. options, Path.Join(root, "test.deck.md")],
            Environment
        );
        await Wait.UntilAsync("the program tells its address", StartLimit, () => process.Output.Contains("http://"));
        Address = process.Output.Split('\n').First(line => line.StartsWith("http://", StringComparison.Ordinal)).Trim();
    }

    /// <summary>Ends the program by <c>kill -9</c>.</summary>
    public Task KillAsync() => process!.KillAloneAsync();

    /// <summary>The items that were answered, and their grades, in the order of the log.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        var (_, output) = await ChildProcess.RunAsync(
            Path.Join(AppContext.BaseDirectory, "wsgilsp"),
            ["log", "export"],
            Environment,
            StartLimit
        );
        return
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.StartsWith('{'))
                .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
                .Where(one => (string?)one["kind"] == "review")
                .Select(one => $"{(string?)one["item"]} {one["grade"]}"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(root, recursive: true);
    }

    private Dictionary<string, string> Environment => new() { ["WSGILSP_DATA"] = Path.Join(root, "data") };
}
