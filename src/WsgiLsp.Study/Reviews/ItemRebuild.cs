using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>Makes all kept states anew.</summary>
internal static class ItemRebuild
{
    /// <summary>Replays every item's events; the caller holds the transaction.</summary>
    public static void Run(SqliteConnection connection, Func<string?, Scheduler> schedulers)
    {
        var change = ItemTable.LastChange(connection) + 1;
        ItemTable.Clear(connection);
        var histories = new ItemHistories(connection);
        foreach (var item in EventTable.ReadItems(connection).ToList())
        {
            var state = ItemFold.Of(histories.Of(item), schedulers);
            if (state != ItemState.New)
            {
                ItemTable.Put(connection, item, state, change);
            }
        }
    }
}
