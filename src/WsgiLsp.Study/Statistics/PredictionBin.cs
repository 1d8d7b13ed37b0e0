using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Statistics;

/// <summary>What the scheduler expected, and what came: the answers whose chance of recall lay in a range.</summary>
/// <param name="From">The least chance, 0…1, included.</param>
/// <param name="To">The greatest, excluded but for 1.</param>
/// <param name="Expected">The mean chance of these answers, 0…1; 0 where there are none.</param>
/// <param name="Answers">How many of them were right.</param>
public sealed record PredictionBin(double From, double To, double Expected, Share Answers)
{
    private static readonly ImmutableArray<double> Bounds = [0, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

    /// <summary>All ranges, lowest first; answers that do not tell (see <see cref="PastAnswer.IsTest"/>) are left out.</summary>
    public static ImmutableArray<PredictionBin> Of(IEnumerable<PastAnswer> answers)
    {
        var inBin = answers
            .Where(answer => answer is { IsTest: true, Predicted: not null })
            .ToLookup(answer => IndexOf(answer.Predicted!.Value));
        return
        [
            .. Enumerable
                .Range(0, Bounds.Length - 1)
                .Select(index => new PredictionBin(
                    Bounds[index],
                    Bounds[index + 1],
                    inBin[index].Select(answer => answer.Predicted!.Value).DefaultIfEmpty().Average(),
                    Share.Of(inBin[index], answer => answer.Grade.IsGot())
                )),
        ];
    }

    private static int IndexOf(double chance)
    {
        var index = 0;
        while (index + 2 < Bounds.Length && chance >= Bounds[index + 1])
        {
            index++;
        }

        return index;
    }
}
