using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>Goes through the log once, and tells of each answer what was known of its item before it. Pure.</summary>
public static class AnswerReplay
{
    /// <summary>All answers, by the items that have them now: attached histories stand with their heirs.</summary>
    /// <param name="events">All events, in the order of time and id.</param>
    /// <param name="schedulers">Make memories of answers.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<PastAnswer>> Of(
        IReadOnlyCollection<LoggedEvent> events,
        LearnerSchedulers schedulers
    )
    {
        var takenBack = new HashSet<Guid>();
        var regrades = new Dictionary<Guid, HistoryEvent>();
        foreach (var logged in events)
        {
            var happened = logged.Event;
            if (happened is { Kind: ReviewEventKind.Undo or ReviewEventKind.Detach, Target: { } target })
            {
                takenBack.Add(target);
            }
            else if (happened is { Kind: ReviewEventKind.Regrade, Target: { } other })
            {
                regrades[other] = HistoryEvent.Of(logged);
            }
        }

        var items = new Dictionary<string, ItemReplay>(StringComparer.Ordinal);
        foreach (var logged in events)
        {
            if (logged.Event.Item is not { } item || takenBack.Contains(logged.Id))
            {
                continue;
            }

            if (logged.Event is { Kind: ReviewEventKind.Attach, Given: { } origin })
            {
                if (items.Remove(origin, out var history))
                {
                    history.Adopt(items.GetValueOrDefault(item));
                    items[item] = history;
                }
            }
            else
            {
                if (!items.TryGetValue(item, out var replay))
                {
                    items[item] = replay = new ItemReplay(schedulers);
                }

                replay.Take(logged, regrades.TryGetValue(logged.Id, out var regrade) ? regrade : null);
            }
        }

        return items.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<PastAnswer>)pair.Value.Answers,
            StringComparer.Ordinal
        );
    }
}
