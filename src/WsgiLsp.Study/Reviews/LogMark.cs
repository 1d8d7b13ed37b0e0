using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>How far a log was read, so that only what came since has to be read again.</summary>
/// <param name="Change">The number of the last change of a state.</param>
/// <param name="Row">The row of the event that came last; 0 where there was none.</param>
/// <param name="Event">That event's id, by which the log is known again: a backup may have taken its place.</param>
/// <param name="Forgetting">What says when events were last forgotten; null for never.</param>
internal readonly record struct LogMark(long Change, long Row, string? Event, string? Forgetting)
{
    /// <summary>The mark of all that a log has now. The caller holds the transaction.</summary>
    public static LogMark Of(SqliteConnection connection)
    {
        var (row, id) = EventTable.FindLast(connection);
        return new LogMark(
            ItemTable.LastChange(connection),
            row,
            id,
            MetaTable.Find(connection, MetaTable.LastForgetting)
        );
    }

    /// <summary>Whether it is known what came after another mark: it is of this log, and nothing was taken out since.</summary>
    /// <param name="connection">The log's database.</param>
    /// <param name="earlier">The other mark.</param>
    public bool Follows(SqliteConnection connection, LogMark earlier) =>
        Forgetting == earlier.Forgetting
        && Change >= earlier.Change
        && Row >= earlier.Row
        && (earlier.Row == 0 || EventTable.FindId(connection, earlier.Row) == earlier.Event)
        && ItemTable.KnowsSince(connection, earlier.Change);
}
