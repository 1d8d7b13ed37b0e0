using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Identity;

/// <summary>What a learner decides about histories, as events in the log.</summary>
public static class HistoryChoices
{
    /// <summary>An item gets the history of one that lost its card.</summary>
    /// <param name="log">The log.</param>
    /// <param name="item">The item.</param>
    /// <param name="path">The file of its deck.</param>
    /// <param name="known">Whose history it is.</param>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public static KeptAttachment Attach(ReviewLog log, SeenItem item, string path, KnownItem known)
    {
        var moved = log.AppendAll([HistoryEvents.Move(known.Id, item.Key)]);
        var seen = HistoryEvents.Seen(item, path);
        log.AppendAll(
            AnswerChange.Former(known.Last, item) is { } former ? [seen, HistoryEvents.DueNow(item, former)] : [seen]
        );
        return new KeptAttachment(moved[0], item, known);
    }

    /// <summary>An item is a new one, and is not asked about again. What was answered of it already stays.</summary>
    /// <param name="log">The log.</param>
    /// <param name="item">The item.</param>
    /// <param name="path">The file of its deck.</param>
    /// <returns>The id of the event, which can be taken back; null where the item was answered already.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public static Guid? StartFresh(ReviewLog log, SeenItem item, string path)
    {
        var seen = HistoryEvents.Seen(item, path);
        if (!log.ReadItemStates()[item.Key].IsNew)
        {
            log.AppendAll([seen]);
            return null;
        }

        return log.AppendAll([new ReviewEvent { Kind = ReviewEventKind.StartFresh, Item = item.Key }, seen])[0];
    }

    /// <summary>Takes back that items started fresh, so that each can have a history.</summary>
    /// <param name="log">The log.</param>
    /// <param name="starts">The keys of the items, and what <see cref="StartFresh"/> returned for each.</param>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public static void TakeBack(ReviewLog log, IEnumerable<KeyValuePair<string, Guid>> starts) =>
        log.AppendAll([
            .. starts.Select(start => new ReviewEvent
            {
                Kind = ReviewEventKind.Undo,
                Item = start.Key,
                Target = start.Value,
            }),
        ]);

    /// <summary>Takes attachments back: each history goes to where it was.</summary>
    /// <param name="log">The log.</param>
    /// <param name="attachments">What to take back.</param>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public static void Detach(ReviewLog log, IEnumerable<KeptAttachment> attachments) =>
        log.AppendAll([
            .. attachments.Select(attached => new ReviewEvent
            {
                Kind = ReviewEventKind.Detach,
                Item = attached.Item.Key,
                Target = attached.Event,
            }),
        ]);
}
