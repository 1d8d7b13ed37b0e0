using System.Collections.Immutable;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>
/// One check of a command line's decks, in phases: find the decks; look at each by itself, several at a time; look at each
/// among the others; gather. Of a deck only its <see cref="CheckedDeck"/> outlives the second phase.
/// </summary>
internal sealed class CheckRun(Terminal terminal, CheckOptions options)
{
    private readonly SearchComplaints complaints = new(terminal, hasFindings: true);
    private readonly DeckCheck check = new(options, terminal.Folder);
    private readonly SurroundingsCheck surroundings = new(options, terminal.Folder);

    /// <summary>Checks files and folders. What goes wrong is said on standard error; the rest is checked.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="OperationCanceledException">
    /// An interrupt ended it between two decks. Those that were fixed by then are whole, and written.
    /// </exception>
    public CheckReport CheckPaths(IReadOnlyList<string> paths)
    {
        var files = new DeckFinder(terminal, complaints).Find(paths);
        var decks = CheckEach([.. files.OrderBy(file => file.Name, StringComparer.Ordinal)], terminal.CatchInterrupt());

        // Whoever names files only, as a commit hook does, leaves out decks that these may require.
        var isComplete = paths.Any(path => Directory.Exists(Path.Combine(terminal.Folder, path)));
        return Gather(surroundings.Check(decks, isComplete));
    }

    /// <summary>Checks a text that stands for a file.</summary>
    /// <param name="path">The path of the file, which need not exist; a relative one counts from the working folder.</param>
    /// <param name="source">The deck.</param>
    /// <returns>The report, and the text after fixes.</returns>
    public (CheckReport Report, string Text) CheckText(string path, DeckText source)
    {
        if (new DeckFinder(terminal, complaints).At(path) is not { } file)
        {
            return (Gather([]), source.Text);
        }

        var (deck, mended) = check.CheckText(file, source);
        return (Gather(surroundings.Check([deck], isComplete: false)), mended);
    }

    /// <summary>The mistakes in each <c>wsgilsp.json</c> under which decks can be judged all the same.</summary>
    private IEnumerable<CheckFinding> InConfigs() =>
        from config in complaints.Configs
        where !config.IsBroken && options.Rules.Contains(ConfigProblem.Rule)
        let name = DeckName.OfConfig(config.Path!, terminal.Folder)
        from place in config.Findings
        select CheckFinding.Of(name, config.Text, place);

    private CheckedDeck[] CheckEach(ImmutableArray<DeckFile> files, CancellationToken cancellationToken)
    {
        var results = new CheckedDeck[files.Length];
        using var progress = new ProgressLine(terminal, files.Length, "decks");
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        Parallel.For(
            0,
            files.Length,
            limits,
            index =>
            {
                results[index] = check.CheckFile(files[index]);
                progress.Step();
            }
        );
        return results;
    }

    private CheckReport Gather(IReadOnlyList<CheckedDeck> decks)
    {
        foreach (var deck in decks)
        {
            if (deck.Problem is { } problem)
            {
                complaints.Add(problem);
            }
        }

        return new CheckReport
        {
            Decks = decks.Count(deck => deck.IsRead),
            Cards = decks.Sum(deck => deck.Cards),
            Fixed = decks.Sum(deck => deck.Fixed),
            Findings = [.. InConfigs(), .. decks.SelectMany(deck => deck.Findings)],
            Failures = [.. complaints.Failures],
        };
    }
}
