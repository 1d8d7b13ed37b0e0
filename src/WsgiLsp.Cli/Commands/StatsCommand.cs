using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp stats</c>: what the log tells about the learning of some decks.</summary>
internal static class StatsCommand
{
    public static Command Create(Terminal terminal) =>
        LearningReport.CreateCommand(terminal, "stats", "Show how learning goes: retention, forecast, time.", Write);

    private static void Write(Terminal terminal, List<NamedDeck> named, LearnerData data, bool isJson)
    {
        var statistics = StudyStatistics.Of(
            named.SelectMany(one => one.Deck.Cards),
            data.Log.ReadAll(),
            data.Log.ReadItemStates(),
            data.Log.Today,
            data.Settings.Log.Scheduler
        );
        if (isJson)
        {
            terminal.Out.WriteLine(StatsJson.Serialize(statistics));
        }
        else if (named.Count > 0)
        {
            new StatsText(terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(statistics);
        }
    }
}
