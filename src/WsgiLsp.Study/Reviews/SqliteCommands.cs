using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>Commands in one call. Each is prepared once a connection.</summary>
internal static class SqliteCommands
{
    public static int Execute(
        this SqliteConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        using var statement = PreparedStatements.Of(connection).Rent(sql, parameters);
        return statement.Command.ExecuteNonQuery();
    }

    public static T Scalar<T>(
        this SqliteConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        using var statement = PreparedStatements.Of(connection).Rent(sql, parameters);
        return (T)statement.Command.ExecuteScalar()!;
    }

    /// <summary>The rows of a query, each as it is asked for.</summary>
    public static IEnumerable<T> Read<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params (string Name, object? Value)[] parameters
    )
    {
        using var statement = PreparedStatements.Of(connection).Rent(sql, parameters);
        using var row = statement.Command.ExecuteReader();
        while (row.Read())
        {
            yield return read(row);
        }
    }
}
