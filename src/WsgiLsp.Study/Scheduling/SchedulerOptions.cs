using System.Collections.Immutable;

namespace WsgiLsp.Study.Scheduling;

/// <summary>What a learner can set about scheduling.</summary>
public sealed record SchedulerOptions
{
    // One array, so that options which say the same are equal.
    private static readonly ImmutableArray<TimeSpan> TenMinutes = [TimeSpan.FromMinutes(10)];

    /// <summary>The chance of recall at which an item is asked again: .7….99.</summary>
    public double Retention { get; init; } = 0.9;

    /// <summary>What a new item waits between answers before its first interval in days; may be empty.</summary>
    public ImmutableArray<TimeSpan> LearningSteps { get; init; } = TenMinutes;

    /// <summary>What a missed item waits before its next interval in days; may be empty.</summary>
    public ImmutableArray<TimeSpan> RelearningSteps { get; init; } = TenMinutes;

    /// <summary>The longest interval, in days: 1…36500.</summary>
    public int MaxInterval { get; init; } = Fsrs.MaxInterval;

    /// <summary>The study day that a deck wants its learner to be ready for; null for none. See <see cref="LastWeek"/>.</summary>
    public int? By { get; init; }
}
