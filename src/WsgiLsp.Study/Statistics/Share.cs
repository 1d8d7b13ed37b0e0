namespace WsgiLsp.Study.Statistics;

/// <summary>How many of some answers were right.</summary>
/// <param name="Right">Number of right ones, 0…<paramref name="Total"/>.</param>
/// <param name="Total">Number of all.</param>
public readonly record struct Share(int Right, int Total)
{
    /// <summary>Below so many answers a rate would say more than they do.</summary>
    public const int LeastTotal = 20;

    /// <summary>The part that was right, 0…1; null where there are fewer than <see cref="LeastTotal"/> answers.</summary>
    public double? Rate => Total < LeastTotal ? null : (double)Right / Total;

    /// <summary>Both together.</summary>
    public static Share operator +(Share one, Share other) => Add(one, other);

    /// <summary>Both together.</summary>
    public static Share Add(Share one, Share other) => new(one.Right + other.Right, one.Total + other.Total);

    /// <summary>Counts answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="isRight">Whether one was right.</param>
    public static Share Of(IEnumerable<PastAnswer> answers, Func<PastAnswer, bool> isRight)
    {
        var share = default(Share);
        foreach (var answer in answers)
        {
            share += new Share(isRight(answer) ? 1 : 0, 1);
        }

        return share;
    }
}
