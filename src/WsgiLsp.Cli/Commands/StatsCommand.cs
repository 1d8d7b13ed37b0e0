using System.CommandLine;
using WsgiLsp.Cli.Files;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp stats</c>: what the log tells about the learning of some decks.</summary>
internal static class StatsCommand
{
    public static Command Create(Terminal terminal)
    {
        var html = new Option<bool>("--html") { Description = "A page with figures." };
        var output = OutputOption.Create("The file to write the page to; standard output without it.");
        var cards = new Option<bool>("--cards")
        {
            Description = "What answers say of the cards: how easy each is, and what may be wrong with it.",
        };
        var learners = new Option<string[]>("--class")
        {
            Description = "With --cards: the log of a learner, as wsgilsp log export wrote it, in place of yours.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var force = new Option<bool>("--force") { Description = "Replace a file even if wsgilsp did not make it." };
        return LearningReport.CreateCommand(
            terminal,
            "stats",
            "Show how learning goes: retention, forecast, time.",
            [html, output, force, cards, learners],
            (named, data, parsed, isJson) =>
            {
                var isHtml = parsed.GetValue(html);
                if (isHtml && isJson)
                {
                    terminal.Complain("--html and --json: only one is possible");
                    return ExitCode.CannotRun;
                }

                if (!isHtml && parsed.GetValue(output) is not null)
                {
                    terminal.Complain("-o is for the page: it needs --html");
                    return ExitCode.CannotRun;
                }

                var files = parsed.GetValue(learners) ?? [];
                if (parsed.GetValue(cards))
                {
                    if (isHtml)
                    {
                        terminal.Complain("--html and --cards: only one is possible");
                        return ExitCode.CannotRun;
                    }

                    return CardsReport.Write(terminal, named, data, files, isJson);
                }

                if (files.Length > 0)
                {
                    terminal.Complain("--class is for what answers say of the cards: it needs --cards");
                    return ExitCode.CannotRun;
                }

                var events = data.Log.ReadAll();
                var statistics = Of(named, data, events);
                if (isHtml)
                {
                    return new PageFiles(terminal, parsed.GetValue(force)).Write(
                        StatsHtml.Of(statistics),
                        parsed.GetValue(output)
                    );
                }

                if (isJson)
                {
                    terminal.Out.WriteLine(StatsJson.Serialize(statistics));
                }
                else if (named.Count > 0)
                {
                    new StatsText(terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(statistics);
                    terminal.Out.Flush();
                    OptimizeCommand.Offer(terminal, LearnerWeights.Of(data.Log, events));
                }

                return ExitCode.Clean;
            }
        );
    }

    private static StudyStatistics Of(
        List<NamedDeck> named,
        LearnerData data,
        IReadOnlyCollection<LoggedEvent> events
    ) =>
        StudyStatistics.Of(
            named.SelectMany(one => one.Deck.Cards),
            events,
            data.Log.ReadItemStates(),
            data.Log.Today,
            data.Settings.Scheduler
        );
}
