using System.Collections.Immutable;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Settings;

/// <summary>What a learner can set about studying: <c>study.*</c> and <c>sync.folder</c>.</summary>
public sealed record StudySettings
{
    /// <summary><c>study.newPerDay</c>: new items a day over all decks, at least 0.</summary>
    public int NewPerDay { get; init; } = 10;

    /// <summary><c>study.limit</c>: items a session, at least 1.</summary>
    public int Limit { get; init; } = SessionOptions.DefaultLimit;

    /// <summary><c>study.minutes</c>: after so many minutes a session opens nothing new, at least 1.</summary>
    public int Minutes { get; init; } = 15;

    /// <summary><c>study.grades</c>: whether there are two grades, <c>two</c>, in place of <c>four</c>.</summary>
    public bool HasTwoGrades { get; init; }

    /// <summary><c>study.peeks</c>: whether an answer that an editor reveals is logged as looked at.</summary>
    public bool LogsPeeks { get; init; } = true;

    /// <summary><c>study.dayStart</c>: the local time at which a study day begins, such as <c>04:00</c>.</summary>
    public TimeSpan DayStart { get; init; } = StudyDay.DefaultStart;

    /// <summary><c>study.retention</c>, <c>study.learningSteps</c>, <c>study.relearningSteps</c>, <c>study.maxInterval</c>.</summary>
    public SchedulerOptions Scheduler { get; init; } = new();

    /// <summary><c>study.decks</c>: limits of single decks, by their ids.</summary>
    public ImmutableDictionary<string, DeckLimits> Decks { get; init; } = ImmutableDictionary<string, DeckLimits>.Empty;

    /// <summary><c>sync.folder</c>: where the log is exchanged with other computers; null for nowhere.</summary>
    public string? SyncFolder { get; init; }

    /// <summary>What the log must know.</summary>
    public ReviewLogOptions Log =>
        new()
        {
            DayStart = DayStart,
            Scheduler = Scheduler,
            SyncFolder = SyncFolder,
        };

    /// <summary>What a transcript must know.</summary>
    public TranscriptOptions Transcript =>
        new() { HasTwoGrades = HasTwoGrades, TimeLimit = TimeSpan.FromMinutes(Minutes) };

    /// <summary>A session as these settings have it.</summary>
    public SessionOptions Session =>
        new()
        {
            Limit = Limit,
            NewPerDay = NewPerDay,
            NewPerDayOfDeck = LimitsOf(deck => deck.NewPerDay),
            ReviewsPerDayOfDeck = LimitsOf(deck => deck.ReviewsPerDay),
        };

    private ImmutableDictionary<string, int> LimitsOf(Func<DeckLimits, int?> limit) =>
        Decks
            .Where(pair => limit(pair.Value) is not null)
            .ToImmutableDictionary(p => p.Key, p => limit(p.Value)!.Value);
}

/// <summary>Limits of one deck.</summary>
/// <param name="NewPerDay">New items a day, at least 0; null for no limit of its own.</param>
/// <param name="ReviewsPerDay">Reviews a day, at least 0; null for no limit.</param>
public sealed record DeckLimits(int? NewPerDay, int? ReviewsPerDay);
