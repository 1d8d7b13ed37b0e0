using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Compare.Servers;
using Compare.Wire;

namespace Compare.Measuring;

/// <summary>A workspace of many decks: how long until all are read, what that takes, and what is asked about all of them.</summary>
internal static class WorkspaceRun
{
    private const int CardsOfDeck = 20;
    private const int Times = 5;

    private static readonly string[] Words =
        "worker process thread request socket header graph queue cache index lock page frame token".Split(' ');

    private static readonly string[] Queries = ["worker", "graph 19", "qu", "what is cache", "zzz"];

    /// <param name="figures">What the run gives is added here; its size is the number of decks.</param>
    public static void Measure(ServerSpec server, Figures figures)
    {
        using Scratch scratch = new();
        for (var deck = 0; deck < figures.Size; deck++)
        {
            scratch.Write($"d{deck}.deck.md", TextOf(deck));
        }

        var uri = new Uri(Path.Combine(scratch.Workspace, "d0.deck.md")).AbsoluteUri;
        using Session session = new(server, scratch, options: new { panel = true });
        var connection = session.Connection;
        EditedDeck first = new(TextOf(0), seed: 1);
        session.Open(uri, first);
        if (!session.Has("workspaceSymbolProvider", "workspace/symbol"))
        {
            figures.Notes.Add("finds no symbols in a workspace");
            figures["peak memory"] = connection.Tree.PeakMemory;
            session.End();
            return;
        }

        // All is read when the last deck's last card is found.
        var last = $"{figures.Size - 1}-{CardsOfDeck - 1}?";
        var begun = Stopwatch.GetTimestamp();
        while (
            !Symbols(last)
                .Any(symbol => symbol.GetProperty("name").GetString()!.EndsWith(last, StringComparison.Ordinal))
        )
        {
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromSeconds(60))
            {
                throw new ServerException("the last deck is not found within 60 s");
            }
        }

        figures["read all"] = Session.Milliseconds(connection.Started, Stopwatch.GetTimestamp());
        if (connection.TryWait(() => connection.Told.ContainsKey("wsgilsp/due"), TimeSpan.FromSeconds(.5)))
        {
            figures["due told"] = Session.Milliseconds(connection.Started, connection.Told["wsgilsp/due"].Time);
        }

        connection.Settle(TimeSpan.FromSeconds(.5));
        figures["memory"] = connection.Tree.Memory;
        figures["symbols"] = Median(i => session.Ask("workspace/symbol", new { query = Queries[i % Queries.Length] }));

        var document = new { uri };
        var heading = new { line = first.Line("## What is worker 0-0?"), character = 6 };
        AskMany(
            "references",
            "referencesProvider",
            "textDocument/references",
            new
            {
                textDocument = document,
                position = heading,
                context = new { includeDeclaration = true },
            }
        );
        AskMany(
            "rename heading",
            "renameProvider",
            "textDocument/rename",
            new
            {
                textDocument = document,
                position = heading,
                newName = "What is it?",
            }
        );
        if (session.ChecksWorkspaces)
        {
            CheckAll();
        }

        figures["peak memory"] = connection.Tree.PeakMemory;
        session.End();

        IEnumerable<JsonElement> Symbols(string query)
        {
            var found = connection.Ask("workspace/symbol", new { query }).Result;
            return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];
        }

        double Median(Func<int, double> ask) => Statistics.Median(Enumerable.Range(0, Times).Select(ask));

        void AskMany(string name, string capability, string method, object parameters)
        {
            if (session.Has(capability, method))
            {
                try
                {
                    figures[name] = Median(_ => session.Ask(method, parameters));
                }
                catch (ServerException exception)
                {
                    figures.Notes.Add($"{name}: {exception.Message}");
                }
            }
        }

        void CheckAll()
        {
            var begun = Stopwatch.GetTimestamp();
            var answer = connection.Ask("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
            figures["check all"] = Session.Milliseconds(begun, answer.Time);
            var before = answer
                .Result.GetProperty("items")
                .EnumerateArray()
                .Where(item => item.TryGetProperty("resultId", out _))
                .Select(item => new
                {
                    uri = item.GetProperty("uri").GetString(),
                    value = item.GetProperty("resultId").GetString(),
                })
                .ToArray();
            figures["check all again"] = Median(_ =>
                session.Ask("workspace/diagnostic", new { previousResultIds = before })
            );
        }
    }

    /// <summary>The same decks for the same numbers: each card has a tag, every tenth a link to the first deck.</summary>
    private static string TextOf(int deck)
    {
        StringBuilder text = new($"---\ndeck: Deck {deck}\n---\n\n# Deck {deck}\n\nWords.\n\n\n");
        for (var card = 0; card < CardsOfDeck; card++)
        {
            var about = Words[((deck * 7) + (card * 3)) % Words.Length];
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## What is {about} {deck}-{card}?\n<!-- card: tags={(card % 10 == 0 ? "web" : about)} -->\n\nA {about} of deck {deck}, number {card}, which does what it should."
            );
            text.Append(card % 10 == 0 ? " See [the first](d0.deck.md#what-is-worker-0-0).\n" : "\n");
        }

        return text.ToString();
    }
}
