using Compare.Servers;
using Compare.Wire;
using GeneratedDecks;

namespace Compare.Measuring;

/// <summary>
/// All that is measured: rounds, in each of them each step, in each step each server in turn, so that a noisy minute falls on
/// all alike. A run whose figures are there is not repeated.
/// </summary>
internal sealed class Plan(Options options, IReadOnlyList<ServerSpec> servers, string folder)
{
    /// <summary>The share of errors in decks that are compared.</summary>
    private const double Errors = .02;

    /// <summary>The findings in decks that grow: as many whatever the size.</summary>
    public const int Planted = 50;

    private readonly HashSet<string> steps =
    [
        .. options.Text("steps", "file,clean,growth,findings,workspace").Split(','),
    ];
    private readonly TimeSpan most = TimeSpan.FromSeconds(options.Number("seconds", 5));
    private readonly int keys = options.Number("keys", 200);
    private readonly int cards = options.Number("cards", 5000);
    private int round;

    public void Measure()
    {
        var rounds = options.Number("rounds", 5);
        for (round = 1; round <= rounds; round++)
        {
            File("file", cards, GeneratedDeck.WithShare(cards, Errors), isWhole: true, servers);
        }

        // Growth needs no more than a few rounds: it is a matter of shape.
        for (round = 1; round <= Math.Min(rounds, options.Number("growth-rounds", 2)); round++)
        {
            File("clean", cards, GeneratedDeck.WithShare(cards), isWhole: false, servers);
            foreach (var size in options.Numbers("sizes", "100,1000,5000,20000"))
            {
                File("growth", size, GeneratedDeck.WithNumber(size, Planted), isWhole: false, UpTo(size, 5000));
            }

            foreach (var planted in options.Numbers("findings", "0,100,1000"))
            {
                File("findings", planted, GeneratedDeck.WithNumber(cards, planted), isWhole: false, Ours);
            }

            foreach (var decks in options.Numbers("decks", "10,100,1000,10000"))
            {
                Each("workspace", decks, UpTo(decks, 1000), WorkspaceRun.Measure);
            }
        }
    }

    /// <summary>The first server; the others are what it is compared with.</summary>
    private IReadOnlyList<ServerSpec> Ours => [servers[0]];

    /// <summary>The largest sizes are left to the first server: others would take many minutes.</summary>
    private IReadOnlyList<ServerSpec> UpTo(int size, int most) => size <= most ? servers : Ours;

    private void File(string step, int size, string text, bool isWhole, IReadOnlyList<ServerSpec> among)
    {
        FileRun run = new(keys, most);
        Each(step, size, among, (server, figures) => run.Measure(server, text, figures, isWhole));
    }

    private void Each(string step, int size, IReadOnlyList<ServerSpec> among, Action<ServerSpec, Figures> measure)
    {
        if (!steps.Contains(step))
        {
            return;
        }

        foreach (var server in among)
        {
            var path = Path.Combine(folder, Figures.FileNameOf(step, size, server.Name, round));
            if (System.IO.File.Exists(path))
            {
                continue;
            }

            Figures figures = new(step, size, server.Name, server.Version, round, [], []);
            try
            {
                measure(server, figures);
            }
            catch (ServerException exception)
            {
                figures.Notes.Add(exception.Message);
            }

            figures.Save(folder);
            Console.WriteLine(
                $"{DateTime.UtcNow:HH:mm:ss} round {round}, {step} {size}, {server.Name} {string.Join("; ", figures.Notes)}"
            );
        }
    }
}
