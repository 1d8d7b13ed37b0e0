namespace WsgiLsp.Study.Statistics.Cards;

/// <summary>
/// How well something that was done tells those who know the other cards from those who do not: the point-biserial correlation
/// between doing it and the share of first tries at all other cards that were right.
/// </summary>
/// <param name="Correlation">The correlation, -1…1.</param>
/// <param name="Learners">Number of learners that it was made of.</param>
public readonly record struct Discrimination(double Correlation, int Learners)
{
    /// <summary>With fewer learners chance makes it.</summary>
    public const int LeastLearners = 20;

    /// <summary>Fisher's z over its standard error: about normal with variance 1 where there is no correlation.</summary>
    internal double Significance => Math.Atanh(Math.Clamp(Correlation, -.999, .999)) * Math.Sqrt(Learners - 3);

    /// <summary>Makes it of pairs.</summary>
    /// <param name="pairs">For each learner whether they did it, and how many of the other cards they knew, 0…1.</param>
    /// <returns>Null where there are too few learners, or all did the same or know the same.</returns>
    internal static Discrimination? Of(IReadOnlyCollection<(bool Did, double Knows)> pairs)
    {
        if (pairs.Count < LeastLearners)
        {
            return null;
        }

        var (did, knows) = (pairs.Average(pair => pair.Did ? 1d : 0), pairs.Average(pair => pair.Knows));
        var together = pairs.Sum(pair => ((pair.Did ? 1 : 0) - did) * (pair.Knows - knows));
        var spread = Math.Sqrt(did * (1 - did) * pairs.Count * pairs.Sum(pair => Math.Pow(pair.Knows - knows, 2)));
        return spread == 0 ? null : new Discrimination(together / spread, pairs.Count);
    }
}
