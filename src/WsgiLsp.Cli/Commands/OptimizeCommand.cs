using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp optimize</c>: fits the schedule to how the learner remembers.</summary>
internal static class OptimizeCommand
{
    private const string Name = "optimize";

    public static Command Create(Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what it would do." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command(Name, "Fit the schedule to how you remember.") { dryRun, json };
        command.SetAction(parsed =>
        {
            var isDry = parsed.GetValue(dryRun);
            return LearnerData.UseAsync(
                terminal,
                data => Task.FromResult(Run(terminal, data, isDry, parsed.GetValue(json))),
                isExchanging: !isDry
            );
        });
        return command;
    }

    /// <summary>One line that offers it, where there is enough to learn from that nobody learned from yet.</summary>
    public static void Offer(Terminal terminal, LearnerWeights weights)
    {
        var offers = weights.FindOffers();
        if (offers.IsEmpty)
        {
            return;
        }

        var answers = Counted.Of(offers.Sum(offer => offer.Answers), "answer");
        terminal.Complain(
            offers.All(offer => offer.WasFitted)
                ? $"{answers} since the schedule was fitted to you: run wsgilsp {Name}"
                : $"{answers} from which the schedule can learn how you remember: run wsgilsp {Name}"
        );
    }

    private static int Run(Terminal terminal, LearnerData data, bool isDry, bool isJson)
    {
        var weights = LearnerWeights.Read(data.Log);
        var results = Try(terminal, weights);
        if (!isDry)
        {
            weights.Keep([.. results.Where(one => one.Trial is not null).Select(one => (one.Family, one.Trial!))]);
        }

        if (isJson)
        {
            terminal.Out.WriteLine(OptimizeJson.Serialize(results, isDry));
        }
        else
        {
            new OptimizeText(terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(results, isDry);
        }

        return ExitCode.Clean;
    }

    private static List<FamilyFit> Try(Terminal terminal, LearnerWeights weights)
    {
        var counts = WeightsFamilies.All.Select(family => (Family: family, Answers: weights.CountAnswers(family)));
        var fits = counts.ToList();
        var rounds = WeightsTrial.Rounds * fits.Count(one => one.Answers >= WeightsTrial.LeastAnswers);
        using var progress = new ProgressLine(terminal, rounds, "rounds");
        return fits.ConvertAll(one => new FamilyFit(one.Family, one.Answers, weights.Try(one.Family, progress.Step)));
    }
}
