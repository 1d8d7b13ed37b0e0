using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp due</c>: how much there is to study, deck by deck.</summary>
internal static class DueCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command("due", "Count what is due.") { paths, json };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(paths), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, bool isJson)
    {
        var reader = new DeckReader(terminal);
        var decks = reader.Read(paths).Where(named => named.Deck.Cards.Any()).Select(named => named.Deck).ToList();
        try
        {
            using var data = LearnerData.Open(terminal);
            var states = data.Log.ReadItemStates();
            var moment = data.Log.Now;
            var options = data.Settings.Session;
            var rows = DeckDue.Of(decks, states, moment, options);
            var total = DueCounts.Of([.. decks.SelectMany(deck => deck.Cards)], states, moment, options);
            if (isJson)
            {
                terminal.Out.WriteLine(DueJson.Serialize(rows, total, moment.Day));
            }
            else if (rows.Count > 0)
            {
                DueText.Write(rows, total, moment.Day, terminal.Out, new Style(terminal.UsesColour));
            }
        }
        catch (ReviewLogException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.CannotRun;
        }

        return reader.HasFailed ? ExitCode.CannotRun : ExitCode.Clean;
    }
}
