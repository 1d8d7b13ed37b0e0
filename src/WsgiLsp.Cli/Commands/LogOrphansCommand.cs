using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log orphans</c>: what was learned from cards that are gone.</summary>
internal static class LogOrphansCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var command = new Command("orphans", "List what you learned from cards that are in none of the decks.")
        {
            paths,
        };
        command.SetAction(parsed =>
            LogCommand.With(terminal, log => Run(terminal, log, parsed.GetRequiredValue(paths)))
        );
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, string[] paths)
    {
        var reader = new DeckReader(terminal);
        var items = reader
            .Read(paths)
            .SelectMany(named => named.Deck.Cards)
            .SelectMany(SeenItem.AllOf)
            .Select(item => item.Key)
            .ToHashSet(StringComparer.Ordinal);

        // Where a deck could not be read, all its cards would be orphans.
        if (reader.HasFailed)
        {
            return ExitCode.CannotRun;
        }

        Write(
            terminal,
            [
                .. log.ReadItemStates()
                    .Known.Where(known => !known.Value.IsNew || known.Value.IsSuspended)
                    .Select(known => known.Key)
                    .Where(key => !items.Contains(key))
                    .Order(StringComparer.Ordinal)
                    .Select(key => (key, PromptOf(log, key))),
            ]
        );
        return ExitCode.Clean;
    }

    private static void Write(Terminal terminal, List<(string Item, string Prompt)> orphans)
    {
        if (orphans.Count == 0)
        {
            terminal.Out.WriteLine("none: all that you learned is of cards in these decks");
            return;
        }

        var style = new Style(terminal.UsesColour);
        var width = orphans.Max(orphan => TableColumn.WidthOf(orphan.Item));
        terminal.Out.WriteLine(style.Dim($"{TableColumn.Fit("card", Math.Max(width, 4))}  question"));
        foreach (var (item, prompt) in orphans)
        {
            terminal.Out.WriteLine($"{TableColumn.Fit(item, Math.Max(width, 4))}  {style.Dim(prompt)}");
        }

        terminal.Out.WriteLine($"{Counted.Of(orphans.Count, "item")} of cards that are in none of these decks");
    }

    private static string PromptOf(ReviewLog log, string item) =>
        log.ReadSeen(item) is { } json && SeenItem.Read(json) is { Prompt.Length: > 0 } seen
            ? Printable.Line(seen.Prompt.Split('\n', 2)[0])
            : "(not known)";
}
