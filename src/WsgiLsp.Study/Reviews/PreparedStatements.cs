using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// The statements that a connection has prepared: to prepare one takes longer than to run it. They end with the connection.
/// Like the connection, it is for one thread at a time.
/// </summary>
internal sealed class PreparedStatements
{
    private static readonly ConditionalWeakTable<SqliteConnection, PreparedStatements> OfConnections = [];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Stack<SqliteCommand>> _idle = new(StringComparer.Ordinal);

    private PreparedStatements(SqliteConnection connection)
    {
        _connection = connection;
    }

    /// <summary>Those of a connection.</summary>
    public static PreparedStatements Of(SqliteConnection connection) =>
        OfConnections.GetValue(connection, static key => new PreparedStatements(key));

    /// <summary>A statement that nobody else uses until it is disposed.</summary>
    /// <param name="sql">A constant; values go through parameters.</param>
    /// <param name="parameters">The parameters, the same ones for the same text.</param>
    public Statement Rent(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_idle.TryGetValue(sql, out var idle))
        {
            _idle[sql] = idle = new Stack<SqliteCommand>();
        }

#pragma warning disable CA2000 // It is used again, until its connection ends it.
        if (!idle.TryPop(out var command))
        {
            command = _connection.CreateCommand();
#pragma warning restore CA2000
#pragma warning disable CA2100 // Every caller passes a constant.
            command.CommandText = sql;
#pragma warning restore CA2100
        }

        var isFirst = command.Parameters.Count == 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            var (name, value) = parameters[index];
            if (isFirst)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }
            else
            {
                command.Parameters[index].Value = value ?? DBNull.Value;
            }
        }

        return new Statement(command, idle);
    }

    /// <summary>A statement in use.</summary>
    /// <param name="Command">The command, with its parameters.</param>
    /// <param name="Idle">Where it goes afterwards.</param>
    internal readonly record struct Statement(SqliteCommand Command, Stack<SqliteCommand> Idle) : IDisposable
    {
        public void Dispose() => Idle.Push(Command);
    }
}
