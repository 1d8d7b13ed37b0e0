namespace WsgiLsp.Study.Simulation;

/// <summary>What some days of study take and give.</summary>
public sealed record Workload
{
    /// <summary>The chance of recall at which items were asked again, .7….99.</summary>
    public required double Retention { get; init; }

    /// <summary>Number of days, at least 1.</summary>
    public required int Days { get; init; }

    /// <summary>All answers: first ones, reviews and steps.</summary>
    public required int Answers { get; init; }

    /// <summary>Their time.</summary>
    public required TimeSpan Spent { get; init; }

    /// <summary>The time of the day that took most.</summary>
    public required TimeSpan LongestDay { get; init; }

    /// <summary>Number of items that are no longer new in the end, those included that were not in the beginning.</summary>
    public required int Learned { get; init; }

    /// <summary>How many of them are known on the day after the last, as is to be expected: the sum of their chances of recall.</summary>
    public required double Known { get; init; }

    /// <summary>Answers a day.</summary>
    public double AnswersPerDay => (double)Answers / Days;

    /// <summary>Minutes a day.</summary>
    public double MinutesPerDay => Spent.TotalMinutes / Days;

    /// <summary>Minutes for each item that is known in the end; null where none is.</summary>
    public double? MinutesPerKnown => Known > 0 ? Spent.TotalMinutes / Known : null;
}
