using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// A transaction by its own statements: the library's has to be named to each command, which prepared ones cannot wait for.
/// What is not committed is rolled back.
/// </summary>
internal readonly struct LogTransaction : IDisposable
{
    private readonly SqliteConnection _connection;

    private LogTransaction(SqliteConnection connection)
    {
        _connection = connection;
    }

    /// <summary>All that is read is of one moment.</summary>
    public static LogTransaction Read(SqliteConnection connection) => Begin(connection, "BEGIN DEFERRED");

    /// <summary>Nobody else writes meanwhile.</summary>
    public static LogTransaction Write(SqliteConnection connection) => Begin(connection, "BEGIN IMMEDIATE");

    public void Commit() => _connection.Execute("COMMIT");

    public void Dispose()
    {
        // After a commit there is none; nor after a failure that ended it.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _connection.Execute("ROLLBACK");
        }
    }

    private static LogTransaction Begin(SqliteConnection connection, string sql)
    {
        connection.Execute(sql);
        return new LogTransaction(connection);
    }
}
