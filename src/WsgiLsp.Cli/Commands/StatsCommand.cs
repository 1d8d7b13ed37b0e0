using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp stats</c>: what the log tells about the learning of some decks.</summary>
internal static class StatsCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command("stats", "Show how learning goes: retention, forecast, time.") { paths, json };
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
            var statistics = StudyStatistics.Of(
                decks.SelectMany(deck => deck.Cards),
                data.Log.ReadAll(),
                data.Log.ReadItemStates(),
                data.Log.Today,
                data.Settings.Log.Scheduler
            );
            if (isJson)
            {
                terminal.Out.WriteLine(StatsJson.Serialize(statistics));
            }
            else if (decks.Count > 0)
            {
                new StatsText(terminal.Out, new Style(terminal.UsesColour)).Write(statistics);
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
