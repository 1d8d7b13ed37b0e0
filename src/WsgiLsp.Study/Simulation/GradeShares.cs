using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Simulation;

/// <summary>How often answers get each grade. Each is at least 0, and they add up to 1.</summary>
/// <param name="Again">Missed.</param>
/// <param name="Hard">Hard.</param>
/// <param name="Good">Good.</param>
/// <param name="Easy">Easy.</param>
public readonly record struct GradeShares(double Again, double Hard, double Good, double Easy)
{
    /// <summary>Shares as they were counted, with some that are believed before anything is counted.</summary>
    /// <param name="grades">The grades.</param>
    /// <param name="before">What is believed.</param>
    /// <param name="weight">As many answers as that belief is worth, above 0.</param>
    public static GradeShares Of(IReadOnlyCollection<Grade> grades, GradeShares before, int weight)
    {
        return new GradeShares(
            Share(Grade.Again, before.Again),
            Share(Grade.Hard, before.Hard),
            Share(Grade.Good, before.Good),
            Share(Grade.Easy, before.Easy)
        );

        double Share(Grade grade, double believed) =>
            (grades.Count(one => one == grade) + (believed * weight)) / (grades.Count + weight);
    }

    /// <summary>The grade that a number falls on.</summary>
    /// <param name="number">0…1.</param>
    public Grade At(double number) =>
        number < Again ? Grade.Again
        : number < Again + Hard ? Grade.Hard
        : number < Again + Hard + Good ? Grade.Good
        : Easy > 0 ? Grade.Easy
        : Grade.Good;
}
