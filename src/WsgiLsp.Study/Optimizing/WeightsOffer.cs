using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>Fitting is worth it: there are answers enough that nobody has learned from yet.</summary>
/// <param name="Family">Of which family.</param>
/// <param name="Answers">How many answers on later days came since weights were last fitted, or at all.</param>
/// <param name="WasFitted">Whether weights were ever fitted, kept or not.</param>
public readonly record struct WeightsOffer(WeightsFamily Family, int Answers, bool WasFitted)
{
    /// <summary>Once there are so many times as many answers it is worth it again.</summary>
    private const double Growth = 1.25;

    /// <summary>What is to be offered of a family; null where nothing is.</summary>
    /// <param name="family">The family.</param>
    /// <param name="answers">How many answers on later days there are.</param>
    /// <param name="fitted">How many there were when weights were last fitted, kept or not; null for never.</param>
    public static WeightsOffer? Of(WeightsFamily family, int answers, int? fitted) =>
        answers >= WeightsTrial.LeastAnswers && (fitted is not { } before || answers >= before * Growth)
            ? new WeightsOffer(family, answers - (fitted ?? 0), fitted is not null)
            : null;
}
