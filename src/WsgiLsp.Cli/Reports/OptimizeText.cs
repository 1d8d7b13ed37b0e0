using System.Globalization;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Cli.Reports;

/// <summary>What came of fitting weights, for a terminal.</summary>
/// <param name="output">Where to write.</param>
/// <param name="style">Colour or none.</param>
/// <param name="columns">The terminal's width; null for any.</param>
internal sealed class OptimizeText(TextWriter output, Style style, int? columns)
{
    private const int LabelWidth = 24;

    /// <param name="fits">What came of each family.</param>
    /// <param name="isDry">Whether nothing was kept.</param>
    public void Write(IReadOnlyList<FamilyFit> fits, bool isDry)
    {
        for (var i = 0; i < fits.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            output.WriteLine(style.Bold(WrappedLine.Of(Title(fits[i].Family), columns)));
            Row("answers on later days", $"{fits[i].Answers}");
            if (fits[i].Trial is { } trial)
            {
                Write(trial, isDry);
            }
            else
            {
                Say($"too few to learn from: it takes {WeightsTrial.LeastAnswers}; the weights stay as they are");
            }
        }
    }

    private void Write(WeightsTrial trial, bool isDry)
    {
        Row("log loss, last fifth", Change(trial.LaterBefore.LogLoss, trial.LaterAfter.LogLoss, Number));
        Row("log loss, all", Change(trial.Before.LogLoss, trial.After.LogLoss, Number));
        Row("off by bins, last fifth", Change(trial.LaterBefore.BinError, trial.LaterAfter.BinError, Percent));
        Row("off by bins, all", Change(trial.Before.BinError, trial.After.BinError, Percent));
        if (trial.IsBetter)
        {
            Say(style.Green(isDry ? "would be kept" : "kept") + $": {Number(trial.Gain)} gained on the last fifth");
        }
        else
        {
            Say(
                trial.Gain < 0
                    ? $"not kept: {Number(-trial.Gain)} lost on the last fifth"
                    : $"not kept: {Number(trial.Gain)} gained on the last fifth, less than {Number(WeightsTrial.LeastGain)}"
            );
        }
    }

    private static string Title(WeightsFamily family) =>
        family == WeightsFamily.Production
            ? "Production: recall, typed, cloze, explain, order"
            : "Recognition: choice, multi, true-false, match";

    private static string Change(double before, double after, Func<double, string> text) =>
        $"{text(before)} before, {text(after)} after";

    private static string Number(double loss) => loss.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Percent(double part) => (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private void Row(string label, string value) => Say(label.PadRight(LabelWidth) + value);

    private void Say(string text) => output.WriteLine("  " + WrappedLine.Of(text, columns - 2, "    "));
}
