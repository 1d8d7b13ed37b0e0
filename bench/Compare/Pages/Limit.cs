namespace Compare.Pages;

/// <summary>What a figure of ours may be at most: so many times that of another server.</summary>
/// <param name="Figure">The figure's name.</param>
/// <param name="Times">How many times the other's it may be.</param>
/// <param name="Other">The other server.</param>
internal sealed record Limit(string Figure, double Times, string Other)
{
    /// <summary>How many times its own p50 at 100 cards a key may take at 5,000, with as many findings.</summary>
    public const double Growth = 1.5;

    /// <summary>All, at 5,000 cards with errors.</summary>
    public static IReadOnlyList<Limit> All { get; } =
    [
        new("initialize", 1.2, "bare"),
        new("first diagnostics", .35, "rumdl"),
        new("key p50", 1 / 400.0, "rumdl"),
        new("key p50", 5, "bare"),
        new("key p99", 1 / 200.0, "rumdl"),
        new("structural key p99", 1 / 40.0, "rumdl"),
        new("key cpu", 1 / 600.0, "rumdl"),
        new("document symbols p50", 1 / 12.0, "rumdl"),
        new("document symbols after a key p50", 1 / 12.0, "rumdl"),
        new("hover p50", 10, "bare"),
        new("completion p50", 10, "bare"),
        new("peak memory", .75, "rumdl"),
        new("shutdown and exit", 1.5, "bare"),
    ];
}
