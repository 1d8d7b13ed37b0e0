using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>What the log tells about the learning of some cards. Pure: the day is given.</summary>
public sealed record StudyStatistics
{
    /// <summary>So many days back and ahead.</summary>
    public const int Days = 30;

    /// <summary>Today's study day.</summary>
    public required int Day { get; init; }

    /// <summary>True retention of the last <see cref="Days"/> days.</summary>
    public required TrueRetention RecentRetention { get; init; }

    /// <summary>True retention of all days.</summary>
    public required TrueRetention Retention { get; init; }

    /// <summary>How sure the learner was, against what was right.</summary>
    public required CertaintyCalibration Certainty { get; init; }

    /// <summary>What the scheduler expected, against what came; lowest range first.</summary>
    public required ImmutableArray<PredictionBin> Predictions { get; init; }

    /// <summary>Items due on each of the next <see cref="Days"/> days; the first is today, with what is overdue.</summary>
    public required ImmutableArray<int> Forecast { get; init; }

    /// <summary>Answers and time of each of the last <see cref="Days"/> days, oldest first; the last is today.</summary>
    public required ImmutableArray<DayWork> Work { get; init; }

    /// <summary>Where the items are.</summary>
    public required ItemCounts Items { get; init; }

    /// <summary>What is missed again and again, most often first.</summary>
    public required ImmutableArray<Leech> Leeches { get; init; }

    /// <summary>How ready decks will be that have a day to be ready for, and it is still to come.</summary>
    public required ImmutableArray<DeckReadiness> Readiness { get; init; }

    /// <summary>Makes them.</summary>
    /// <param name="cards">The cards; answers to others do not count.</param>
    /// <param name="events">All events, in the order of time and id.</param>
    /// <param name="states">What the log makes of them.</param>
    /// <param name="day">Today's study day.</param>
    /// <param name="options">What the learner set about scheduling.</param>
    public static StudyStatistics Of(
        IEnumerable<Card> cards,
        IReadOnlyCollection<LoggedEvent> events,
        ItemStates states,
        int day,
        SchedulerOptions options
    )
    {
        var items = StudiedItem.Of(cards, states, day);
        var history = AnswerReplay.Of(events, new LearnerSchedulers(states.Fsrs, options));
        List<PastAnswer> answers = [.. items.SelectMany(item => history.GetValueOrDefault(item.Key, []))];
        return new StudyStatistics
        {
            Day = day,
            RecentRetention = TrueRetention.Of([.. answers.Where(a => a.Day > day - Days && a.Day <= day)]),
            Retention = TrueRetention.Of(answers),
            Certainty = CertaintyCalibration.Of(answers),
            Predictions = PredictionBin.Of(answers),
            Forecast = Statistics.Forecast.Of(items, day, Days),
            Work = DayWork.Of(answers, day, Days),
            Items = ItemCounts.Of(items),
            Readiness = DeckReadiness.Of(items, states.Fsrs, day),
            Leeches =
            [
                .. items
                    .Where(item => item.State.IsLeech && !item.IsSuspended)
                    .OrderByDescending(item => item.State.Lapses)
                    .ThenBy(item => item.Key, StringComparer.Ordinal)
                    .Select(item => new Leech(item.Key, item.Card.Content.Title, item.State.Lapses)),
            ],
        };
    }
}
