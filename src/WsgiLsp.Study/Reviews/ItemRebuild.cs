using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>Makes all kept states anew.</summary>
internal static class ItemRebuild
{
    // So many events are folded on one core while the next are read on another.
    private const int ChunkLength = 4096;

    /// <summary>
    /// Replays all events as they came, in one pass, which is far faster than item by item. Only where that is not enough is
    /// an item replayed by itself: where events came in another order than they happened, say something of earlier ones, or
    /// belong to several items. The caller holds the transaction.
    /// </summary>
    public static void Run(SqliteConnection connection, LearnerSchedulers schedulers)
    {
        var histories = new ItemHistories(connection);
        var replays = new Dictionary<string, Replay>(StringComparer.Ordinal);
        var folding = Task.CompletedTask;
        foreach (var chunk in EventTable.ReadHistories(connection).Chunk(ChunkLength))
        {
            folding.GetAwaiter().GetResult();
            folding = Task.Run(() => Fold(chunk));
        }

        folding.GetAwaiter().GetResult();

        ItemTable.PutAll(
            connection,
            replays
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (pair.Key, StateOf(pair.Key, pair.Value)))
                .Where(pair => pair.Item2 != ItemState.New)
        );

        ItemState StateOf(string item, Replay replay) =>
            replay.IsPlain ? replay.State : ItemFold.Of(histories.Of(item), schedulers);

        void Fold((string Item, HistoryEvent Happened)[] chunk)
        {
            foreach (var (item, happened) in chunk)
            {
                ref var replay = ref CollectionsMarshal.GetValueRefOrAddDefault(replays, item, out _);
                replay ??= new Replay { IsPlain = histories.AreOwn(item) };
                replay.Take(happened, schedulers);
            }
        }
    }

    /// <summary>An item on the way through the log.</summary>
    private sealed class Replay
    {
        private long _time = long.MinValue;

        public ItemState State { get; private set; } = ItemState.New;

        /// <summary>Whether the state is what the events so far make.</summary>
        public required bool IsPlain { get; set; }

        public void Take(HistoryEvent happened, LearnerSchedulers schedulers)
        {
            IsPlain =
                IsPlain
                && happened.Kind is not (ReviewEventKind.Undo or ReviewEventKind.Regrade)
                && happened.Time > _time;
            if (IsPlain)
            {
                State = ItemFold.Next(State, happened, schedulers);
                _time = happened.Time;
            }
        }
    }
}
