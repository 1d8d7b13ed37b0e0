using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// Whose events are whose. An item has its own, and those of items whose history was attached to it, up to that moment;
/// and it has none of its own from before another item took them over.
/// </summary>
internal sealed class ItemHistories
{
    private readonly SqliteConnection _connection;
    private readonly ILookup<string, Attachment> _byItem;
    private readonly ILookup<string, Attachment> _byOrigin;

    public ItemHistories(SqliteConnection connection)
    {
        _connection = connection;
        var attachments = EventTable.ReadAttachments(connection).ToList();
        _byItem = attachments.ToLookup(attachment => attachment.Item, StringComparer.Ordinal);
        _byOrigin = attachments.ToLookup(attachment => attachment.From, StringComparer.Ordinal);
    }

    /// <summary>Whether what makes an item's state are all of its own events, and no others.</summary>
    public bool AreOwn(string item) => !_byItem.Contains(item) && !_byOrigin.Contains(item);

    /// <summary>The events that make an item's state, in the order of time and id.</summary>
    public List<HistoryEvent> Of(string item)
    {
        if (AreOwn(item))
        {
            return [.. EventTable.ReadHistory(_connection, item)];
        }

        var events = new List<HistoryEvent>();
        Collect(item, long.MaxValue, events, EventTable.ReadHistory);
        events.Sort(HistoryEvent.Compare);
        return events;
    }

    /// <summary>The same events with all that the log has of each.</summary>
    public List<LoggedEvent> EventsOf(string item)
    {
        var events = new List<LoggedEvent>();
        Collect(item, long.MaxValue, events, EventTable.ReadEvents);
        events.Sort((one, other) => HistoryEvent.Compare(HistoryEvent.Of(one), HistoryEvent.Of(other)));
        return events;
    }

    /// <summary>An item and all that have events of it.</summary>
    public IEnumerable<string> Heirs(string item)
    {
        var heirs = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([item]);
        while (open.TryPop(out var next))
        {
            if (heirs.Add(next))
            {
                foreach (var attachment in _byOrigin[next])
                {
                    open.Push(attachment.Item);
                }
            }
        }

        return heirs;
    }

    /// <summary>Adds what an item had before a moment.</summary>
    private void Collect<T>(
        string item,
        long before,
        List<T> events,
        Func<SqliteConnection, string, long, long, IEnumerable<T>> read
    )
    {
        var gone = _byOrigin[item].Where(a => a.Time < before).Select(a => a.Time).DefaultIfEmpty(long.MinValue).Max();
        events.AddRange(read(_connection, item, gone, before));
        foreach (var attachment in _byItem[item])
        {
            if (attachment.Time >= gone && attachment.Time < before)
            {
                // What was attached is what the other had then; times fall, so this ends.
                Collect(attachment.From, attachment.Time, events, read);
            }
        }
    }
}
