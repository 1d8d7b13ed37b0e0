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

        var style = new Style(terminal.UsesColour);
        var learned = log.ReadItemStates().Known.Where(known => !known.Value.IsNew || known.Value.IsSuspended);
        foreach (
            var item in learned
                .Select(known => known.Key)
                .Where(key => !items.Contains(key))
                .Order(StringComparer.Ordinal)
        )
        {
            terminal.Out.WriteLine(Printable.Line(item) + style.Dim(PromptOf(log, item)));
        }

        return ExitCode.Clean;
    }

    private static string PromptOf(ReviewLog log, string item) =>
        log.ReadSeen(item) is { } json && SeenItem.Read(json) is { } seen
            ? "  " + Printable.Line(seen.Prompt.Split('\n', 2)[0])
            : "";
}
