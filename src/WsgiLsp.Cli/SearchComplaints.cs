using WsgiLsp.Cli.Checking;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli;

/// <summary>Says on standard error what went wrong while decks were found, read and written.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="hasFindings">Whether mistakes in a <c>wsgilsp.json</c> that hinder nothing are told as findings elsewhere.</param>
internal sealed class SearchComplaints(Terminal terminal, bool hasFindings = false)
{
    /// <summary>What to say to who has none.</summary>
    public const string WhatIsADeck = DeckFiles.WhatIsADeck;

    private readonly List<string> failures = [];
    private readonly List<WsgiLspConfig> configs = [];

    /// <summary>Whether something went wrong that makes a command answer <see cref="ExitCode.CannotRun"/>.</summary>
    public bool HasFailed => failures.Count > 0;

    /// <summary>What that was, a line each.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>Every <c>wsgilsp.json</c> that was met.</summary>
    public IReadOnlyList<WsgiLspConfig> Configs => configs;

    /// <summary>Says what a search met.</summary>
    public void Add(DeckSearch search)
    {
        foreach (var problem in search.Problems)
        {
            Add(problem);
        }

        foreach (var config in search.Configs)
        {
            Add(config);
        }
    }

    /// <summary>Says that a file or folder could not be read or written.</summary>
    public void Add(FileProblem problem)
    {
        failures.Add($"{problem.Path}: {problem.Message}");
        terminal.Complain(failures[^1]);
    }

    /// <summary>Says what is wrong in a <c>wsgilsp.json</c>.</summary>
    public void Add(WsgiLspConfig config)
    {
        if (config.Path is not null)
        {
            configs.Add(config);
        }

        foreach (var problem in config.Problems.Where(problem => problem.IsFatal || !hasFindings))
        {
            var severity = problem.IsFatal ? "error" : "warning";
            var name = DeckName.OfConfig(config.Path!, terminal.Folder);
            var place = $"{name.Shown}:{problem.Start.Line + 1}:{problem.Start.Character + 1}";
            var line = $"{place}: {severity}: {problem.Message}";
            if (problem.IsFatal)
            {
                failures.Add(line);
            }

            terminal.Report(line);
        }
    }

    /// <summary>Says that there is nothing to do.</summary>
    /// <param name="paths">Where decks were looked for.</param>
    public void AddNoDecks(IEnumerable<string> paths)
    {
        var places = string.Join(", ", paths.Select(path => path == "." ? "this folder" : path));
        terminal.Complain($"no decks in {places} ({WhatIsADeck})");
    }
}
