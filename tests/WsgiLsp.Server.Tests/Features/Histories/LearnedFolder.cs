using System.Text.Json.Nodes;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Features.Histories;

/// <summary>A server over a folder of decks that somebody learns.</summary>
internal sealed class LearnedFolder : IAsyncDisposable
{
    private static readonly string[] LogRules =
    [
        HistoryRules.DeadDistractor,
        HistoryRules.DisputedConcept,
        HistoryRules.DoubtfulHistory,
        HistoryRules.Leech,
        HistoryRules.SharedDeckName,
    ];

    private LearnedFolder() { }

    public TestServer Server { get; } = TestServer.Create();

    public LspClient Client => Server.Client;

    /// <summary>Writes decks to the disk.</summary>
    public static LearnedFolder Of(params (string File, string Text)[] decks)
    {
        var folder = new LearnedFolder();
        foreach (var (file, text) in decks)
        {
            folder.Server.Folder.With(file, text);
        }

        return folder;
    }

    /// <summary>Sees the cards of a deck on disk, and answers them well.</summary>
    /// <param name="file">The deck.</param>
    /// <param name="misses">How often each was missed afterwards, on days of their own.</param>
    public LearnedFolder Learn(string file, int misses = 0)
    {
        var clock = new PastClock();
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(Server.DataFolder), clock);
        var deck = Deck.Parse(
            File.ReadAllText(Server.Folder[file]),
            new DeckSettings { FileName = Path.GetFileName(file) }
        );
        HistoryKeeper.Keep(log, [new DeckAt(Server.Folder[file], deck)], File.Exists);
        foreach (var item in deck.Cards.SelectMany(SeenItem.AllOf))
        {
            Answer(item, Grade.Easy);
        }

        for (var i = 0; i < misses; i++)
        {
            clock.Pass(TimeSpan.FromDays(30));
            foreach (var item in deck.Cards.SelectMany(SeenItem.AllOf))
            {
                Answer(item, Grade.Again);
                clock.Pass(TimeSpan.FromDays(1));
                Answer(item, Grade.Easy);
            }
        }

        return this;

        void Answer(SeenItem item, Grade grade) =>
            log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = item.Key,
                    Grade = grade,
                }
            );
    }

    /// <summary>Logs answers, as another program does.</summary>
    public LearnedFolder Log(IEnumerable<ReviewEvent> answers)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(Server.DataFolder), TimeProvider.System);
        log.AppendAll([.. answers]);
        return this;
    }

    public async Task<LearnedFolder> StartAsync(string capabilities = "{}", string client = "Test")
    {
        await Server.InitializeWithAsync(
            $$$"""{"processId":null,"rootUri":"{{{new Uri(Server.Folder.Path).AbsoluteUri}}}","capabilities":{{{capabilities}}},"clientInfo":{"name":"{{{client}}}"}}"""
        );
        return this;
    }

    /// <summary>Opens a deck as it is on disk.</summary>
    public async Task OpenAsync(string file) =>
        await Server.OpenAsync(await File.ReadAllTextAsync(Server.Folder[file]), file);

    /// <summary>Changes an open deck and saves it.</summary>
    public async Task SaveAsync(string file, string text, int version = 2)
    {
        await Server.ChangeAsync(version, TestServer.All(text), file);
        Server.Folder.With(file, text);
        await Client.NotifyAsync("textDocument/didSave", Server.Document(file));
    }

    /// <summary>Reads what is published until a deck has these findings of the log: codes with their lines.</summary>
    public async Task<JsonNode> UntilAsync(string file, string expected)
    {
        while (true)
        {
            var published = (await Client.ReceiveAsync("textDocument/publishDiagnostics"))["params"]!;
            var found = published["diagnostics"]!
                .AsArray()
                .Where(d => LogRules.Contains((string)d!["code"]!))
                .Select(d => $"{(string?)d!["code"]}@{(int?)d["range"]!["start"]!["line"]}");
            if ((string?)published["uri"] == Server.Uri(file) && string.Join(' ', found) == expected)
            {
                return published;
            }
        }
    }

    /// <summary>The code actions at a line, by title.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode>> ActionsAsync(string file, int line)
    {
        var place = $$"""{"line":{{line}},"character":3}""";
        var actions = await Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{Server.Uri(file)}}}"},"range":{"start":{{{place}}},"end":{{{place}}}},"context":{"diagnostics":[]}}"""
        );
        return actions!.AsArray().ToDictionary(a => (string)a!["title"]!, a => a!, StringComparer.Ordinal);
    }

    /// <summary>Runs the command of an action.</summary>
    public async Task RunAsync(JsonNode action) =>
        Assert.Null((await Client.AnswerAsync(await AskAsync(action)))["error"]);

    /// <summary>Sends the command of an action and returns the request's id.</summary>
    public Task<int> AskAsync(JsonNode action) =>
        Client.AskAsync(
            "workspace/executeCommand",
            $$"""{"command":{{action["command"]!["command"]!.ToJsonString()}},"arguments":{{action["command"]!["arguments"]!.ToJsonString()}}}"""
        );

    /// <summary>The deck after an action's edit.</summary>
    public string Apply(string file, JsonNode action)
    {
        var text = new Decks.Text.SourceText(File.ReadAllText(Server.Folder[file]));
        var edit = Assert.Single(action["edit"]!["changes"]![Server.Uri(file)]!.AsArray())!;
        var start = Offset("start");
        return text.ToString().Remove(start, Offset("end") - start).Insert(start, (string)edit["newText"]!);

        int Offset(string side) =>
            text.GetOffset(
                new Decks.Text.LinePosition(
                    (int)edit["range"]![side]!["line"]!,
                    (int)edit["range"]![side]!["character"]!
                )
            );
    }

    /// <summary>
    /// Quizzes a whole deck, pressing at each question the button that begins so; returns all that is said.
    /// </summary>
    public async Task<string> QuizAsync(string file, params string[] buttons)
    {
        var said = "";
        await Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{Server.Uri(file)}}"}]}"""
        );
        foreach (var button in buttons)
        {
            var question = await Client.ReceiveAsync("window/showMessageRequest");
            said += (string)question["params"]!["message"]! + "\n\n";
            var pressed = question["params"]!["actions"]!
                .AsArray()
                .First(action => ((string)action!["title"]!).StartsWith(button, StringComparison.Ordinal))!;
            await Client.RespondAsync(question, pressed.ToJsonString());
        }

        return said + (string)(await Client.ReceiveAsync("window/showMessage"))["params"]!["message"]!;
    }

    /// <summary>
    /// Waits until the server has done with the log what it was asked for, one thing after another: a quiz that finds nothing
    /// to ask is the last. Returns what was said meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<string>> SettleAsync(string file)
    {
        await Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{Server.Uri(file)}}","card":"no-such"}]}"""
        );
        var said = new List<string>();
        while (true)
        {
            var message = (string)(await Client.ReceiveAsync("window/showMessage"))["params"]!["message"]!;
            if (message.StartsWith("There is nothing to ask", StringComparison.Ordinal))
            {
                return said;
            }

            said.Add(message);
        }
    }

    /// <summary>What the log knows of an item.</summary>
    public ItemState State(string item)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(Server.DataFolder), TimeProvider.System);
        return log.ReadItemStates()[item];
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Begins two years ago, so that all that is learned was learned before.</summary>
    private sealed class PastClock : TimeProvider
    {
        private DateTimeOffset now = System.GetUtcNow().AddYears(-2);

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan time) => now += time;
    }
}
