using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// A statement that runs for many rows within one transaction. Microsoft.Data.Sqlite looks each parameter up by its name at
/// each run, which takes longer than writing the row.
/// </summary>
internal sealed class BulkStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement.</summary>
    /// <param name="connection">The database; the caller holds the transaction.</param>
    /// <param name="sql">A constant; values go through parameters.</param>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    public BulkStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
    }

    /// <summary>Runs it.</summary>
    /// <param name="values">The values in the order in which the statement first names its parameters.</param>
    /// <exception cref="SqliteException">The row cannot be written.</exception>
    public void Execute(ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i].Value));
        }

        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private int Bind(int index, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            string text => raw.sqlite3_bind_text(_statement, index, text),
            double number => raw.sqlite3_bind_double(_statement, index, number),
            int number => raw.sqlite3_bind_int(_statement, index, number),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
        };

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }
}
