using System.Collections.Immutable;

namespace WsgiLsp.Study.Scheduling;

/// <summary>The 21 weights of FSRS-6, each within the bounds that its optimiser keeps.</summary>
public sealed class FsrsWeights
{
    /// <summary>Number of weights.</summary>
    public const int Count = 21;

    private FsrsWeights(string id, ImmutableArray<double> values)
    {
        Id = id;
        Values = values;
    }

    /// <summary>The smallest and the largest value that each weight may have.</summary>
    // Before what uses it: static members are made in the order of the file.
    public static ImmutableArray<(double Least, double Most)> Bounds { get; } =
    [
        (0.001, 100),
        (0.001, 100),
        (0.001, 100),
        (0.001, 100),
        (1, 10),
        (0.001, 4),
        (0.001, 4),
        (0.001, 0.75),
        (0, 4.5),
        (0, 0.8),
        (0.001, 3.5),
        (0.001, 5),
        (0.001, 0.25),
        (0.001, 0.9),
        (0, 4),
        (0, 1),
        (1, 6),
        (0, 2),
        (0, 2),
        (0, 0.8),
        (0.1, 0.8),
    ];

    /// <summary>The published defaults, under the id <c>fsrs6</c>.</summary>
    public static FsrsWeights Default { get; } =
        Of(
            "fsrs6",
            [
                0.212,
                1.2931,
                2.3065,
                8.2956,
                6.4133,
                0.8334,
                3.0194,
                0.001,
                1.8722,
                0.1666,
                0.796,
                1.4835,
                0.0614,
                0.2629,
                1.6483,
                0.6014,
                1.8729,
                0.5425,
                0.0912,
                0.0658,
                0.1542,
            ]
        );

    /// <summary>What the log calls these weights.</summary>
    public string Id { get; }

    /// <summary>w0 to w20.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>w0 to w20.</summary>
    /// <param name="index">0…20.</param>
    public double this[int index] => Values[index];

    /// <summary>Weights; what lies outside its bounds is moved to the nearer one.</summary>
    /// <param name="id">What the log calls them.</param>
    /// <param name="values">21 finite numbers.</param>
    /// <exception cref="ArgumentException">There are not 21, or one is no finite number.</exception>
    public static FsrsWeights Of(string id, ImmutableArray<double> values) =>
        values.Length == Count && values.All(double.IsFinite)
            ? new FsrsWeights(id, [.. values.Zip(Bounds, (value, bound) => Math.Clamp(value, bound.Least, bound.Most))])
            : throw new ArgumentException("FSRS-6 takes 21 finite weights.", nameof(values));
}
