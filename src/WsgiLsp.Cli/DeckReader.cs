using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli;

/// <summary>A deck and the path under which it is shown.</summary>
internal sealed record NamedDeck(string Name, Deck Deck);

/// <summary>Finds and reads the decks of a command line. What goes wrong is said on standard error; the rest is read.</summary>
internal sealed class DeckReader(Terminal terminal)
{
    /// <summary>Whether something could not be read, so that the command must answer <see cref="ExitCode.CannotRun"/>.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The decks, read as they are asked for.</summary>
    public IEnumerable<NamedDeck> Read(IReadOnlyList<string> paths)
    {
        var search = new DeckFiles(new ConfigLookup()).Find(paths, terminal.Folder);
        foreach (var problem in search.Problems)
        {
            Fail(problem);
        }

        foreach (var config in search.Configs)
        {
            Report(config);
        }

        foreach (var file in search.Files)
        {
            // Under settings that nobody can read, a verdict would mislead.
            if (!file.Config.IsBroken && TryRead(file) is { } text)
            {
                yield return new(file.Name, Deck.Parse(text, file.Config.SettingsFor(file.Path)));
            }
        }

        if (search.Files.IsEmpty && !HasFailed)
        {
            var places = string.Join(", ", paths.Select(path => path == "." ? "this folder" : path));
            terminal.Complain(
                $"no decks in {places} (a deck is a *.deck.md, or a .md whose front matter begins with “deck: …”)"
            );
        }
    }

    private string? TryRead(DeckFile file)
    {
        try
        {
            return TextFile.Read(file.Path);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            Fail(FileProblem.From(file.Name, e));
            return null;
        }
    }

    private void Fail(FileProblem problem)
    {
        HasFailed = true;
        terminal.Complain($"{problem.Path}: {problem.Message}");
    }

    private void Report(WsgiLspConfig config)
    {
        HasFailed |= config.IsBroken;
        var path = Path.GetRelativePath(terminal.Folder, config.Path!);
        if (path.StartsWith("..", StringComparison.Ordinal))
        {
            path = config.Path!;
        }

        foreach (var problem in config.Problems)
        {
            var severity = problem.IsFatal ? "error" : "warning";
            var place = $"{path.Replace('\\', '/')}:{problem.Start.Line + 1}:{problem.Start.Character + 1}";
            terminal.Error.WriteLine($"{place}: {severity}: {problem.Message}");
        }
    }
}
