using System.Collections.Immutable;
using System.CommandLine;
using WsgiLsp.Cli.Files;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Simulation;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp simulate</c>: what it would take to remember more, or less.</summary>
internal static class SimulateCommand
{
    private const int DefaultDays = 365;
    private const int MostDays = 3650;
    private const int Seed = 1;

    private static readonly ImmutableArray<double> DefaultRetentions = [0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97];

    public static Command Create(Terminal terminal)
    {
        var retentions = RetentionOption.Create("--retention");
        var days = NumberOption.Create("--days", 1, MostDays);
        days.Description = $"How many days to play, from tomorrow on: {DefaultDays} without it.";
        var fresh = NumberOption.Create("--new", 0);
        fresh.Description = "New cards a day, in place of what you set.";
        var html = new Option<bool>("--html") { Description = "A page with figures." };
        var output = OutputOption.Create("The file to write the page to; standard output without it.");
        var force = new Option<bool>("--force") { Description = "Replace a file even if wsgilsp did not make it." };
        return LearningReport.CreateCommand(
            terminal,
            "simulate",
            "Play the days to come, to choose how much to remember.",
            [retentions, days, fresh, html, output, force],
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

                var outlook = Play(
                    terminal,
                    [.. named.SelectMany(one => one.Deck.Cards)],
                    data,
                    parsed.GetValue(retentions) is { Length: > 0 } asked ? asked : DefaultRetentions,
                    parsed.GetValue(days) ?? DefaultDays,
                    parsed.GetValue(fresh) ?? data.Settings.NewPerDay
                );
                if (isHtml)
                {
                    return new PageFiles(terminal, parsed.GetValue(force)).Write(
                        OutlookHtml.Of(outlook),
                        parsed.GetValue(output)
                    );
                }

                if (isJson)
                {
                    terminal.Out.WriteLine(OutlookJson.Serialize(outlook));
                }
                else if (named.Count > 0)
                {
                    new OutlookText(terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(outlook);
                }

                return ExitCode.Clean;
            }
        );
    }

    private static Outlook Play(
        Terminal terminal,
        ImmutableArray<Card> cards,
        LearnerData data,
        IReadOnlyList<double> retentions,
        int days,
        int newPerDay
    )
    {
        var states = data.Log.ReadItemStates();
        var settings = data.Settings.Scheduler;
        var answers = AnswerReplay.Of(data.Log.ReadAll(), new LearnerSchedulers(states.Fsrs, settings));
        var habits = LearnerHabits.Of(answers.Values.SelectMany(ofItem => ofItem));
        var simulation = new StudySimulation(
            cards,
            states,
            settings,
            data.Settings.Session with
            {
                NewPerDay = newPerDay,
            },
            new SimulatedLearner(habits, Seed)
        );
        double[] tried = [.. retentions.Append(settings.Retention).Distinct().Order()];
        using var progress = new ProgressLine(terminal, tried.Length * days, "days");
        var now = data.Log.Now;

        // The runs know nothing of each other.
        var runs = tried.AsParallel().AsOrdered().Select(one => simulation.Run(one, now, days, progress.Step));
        return new Outlook([.. runs], settings.Retention, simulation.Count, newPerDay, habits);
    }
}
