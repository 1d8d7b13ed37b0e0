using System.Collections.Immutable;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>
/// One check of a command line's decks, in phases: find the decks; look at each by itself, several at a time; look at each
/// among the others; gather. Of a deck only its <see cref="CheckedDeck"/> outlives the second phase.
/// </summary>
internal sealed class CheckRun(Terminal terminal, CheckOptions options)
{
    private readonly ConfigLookup configs = new();
    private readonly SearchComplaints complaints = new(terminal, hasFindings: true);
    private readonly DeckCheck check = new(options, terminal.Folder);
    private readonly List<CheckFinding> inConfigs = [];
    private readonly SurroundingsCheck surroundings = new(options, terminal.Folder);

    /// <summary>Checks files and folders. What goes wrong is said on standard error; the rest is checked.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="OperationCanceledException">
    /// An interrupt ended it between two decks. Those that were fixed by then are whole, and written.
    /// </exception>
    public CheckReport CheckPaths(IReadOnlyList<string> paths)
    {
        var files = Find(paths);
        var decks = CheckEach(files, terminal.CatchInterrupt());

        // Whoever names files only, as a commit hook does, leaves out decks that these may require.
        var isComplete = paths.Any(path => Directory.Exists(Path.Combine(terminal.Folder, path)));
        return Gather(surroundings.Check(decks, isComplete));
    }

    /// <summary>Checks a text that stands for a file.</summary>
    /// <param name="path">The path of the file, which need not exist; a relative one counts from the working folder.</param>
    /// <param name="text">The deck.</param>
    /// <returns>The report, and the text after fixes.</returns>
    public (CheckReport Report, string Text) CheckText(string path, string text)
    {
        var full = Path.GetFullPath(path, terminal.Folder);
        var config = configs.ForFile(full);
        Add(config);
        if (config.IsBroken)
        {
            return (Gather([]), text);
        }

        var (deck, mended) = check.CheckText(
            new DeckFile(full, path.Replace(Path.DirectorySeparatorChar, '/'), config),
            text
        );
        return (Gather(surroundings.Check([deck], isComplete: false)), mended);
    }

    private ImmutableArray<DeckFile> Find(IReadOnlyList<string> paths)
    {
        var search = new DeckFiles(configs).Find(paths, terminal.Folder);
        complaints.Add(search);
        foreach (var config in search.Configs)
        {
            AddFindings(config);
        }

        if (search.Files.IsEmpty && !complaints.HasFailed)
        {
            complaints.AddNoDecks(paths);
        }

        // Under settings that nobody can read, a verdict would mislead.
        var readable = search.Files.Where(file => !file.Config.IsBroken);
        return [.. readable.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private void Add(WsgiLspConfig config)
    {
        complaints.Add(config);
        AddFindings(config);
    }

    /// <summary>Takes the mistakes in a <c>wsgilsp.json</c> under which decks can be judged all the same.</summary>
    private void AddFindings(WsgiLspConfig config)
    {
        if (config.Path is { } path && !config.IsBroken && options.Rules.Contains(ConfigProblem.Rule))
        {
            var name = DeckName.OfConfig(path, terminal.Folder);
            inConfigs.AddRange(config.Findings.Select(place => CheckFinding.Of(name, config.Text, place)));
        }
    }

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
            Findings = [.. inConfigs, .. decks.SelectMany(deck => deck.Findings)],
            Failures = [.. complaints.Failures],
        };
    }
}
