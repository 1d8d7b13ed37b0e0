using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>The rows of the table <c>meta</c>: what the log knows of itself.</summary>
internal static class MetaTable
{
    /// <summary>The key under which the device's id stands.</summary>
    public const string Device = "device";

    /// <summary>The key under which the terminal's session stands that was not ended, and before the ids of sheets.</summary>
    public const string Session = "session";

    private const string Sheet = Session + "/";

    // Behind all keys that begin so: there may be many others, of what was forgotten.
    private const string SheetsEnd = Session + "0";

    /// <summary>The key of a value that is another one whenever events were forgotten.</summary>
    public const string LastForgetting = "last-forgetting";

    /// <summary>Before the ids of events that the learner forgot, so that no other device brings them back.</summary>
    private const string Forgotten = "forgotten/";

    public static string? Find(SqliteConnection connection, string key) =>
        connection
            .Read("SELECT value FROM meta WHERE key = $key", row => row.GetString(0), ("$key", key))
            .FirstOrDefault();

    public static void Put(SqliteConnection connection, string key, string value) =>
        connection.Execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES ($key, $value)",
            ("$key", key),
            ("$value", value)
        );

    /// <summary>Keeps a value, or drops it if it is null.</summary>
    public static void PutOrRemove(SqliteConnection connection, string key, string? value)
    {
        if (value is null)
        {
            connection.Execute("DELETE FROM meta WHERE key = $key", ("$key", key));
        }
        else
        {
            Put(connection, key, value);
        }
    }

    /// <summary>The key of a session: of a sheet's, or of the terminal's for null.</summary>
    public static string SessionOf(string? sheet) => sheet is null ? Session : Sheet + sheet;

    /// <summary>The sessions on sheets, by the ids of the sheets.</summary>
    public static ImmutableArray<(string Sheet, string Session)> FindSheets(SqliteConnection connection) =>
        [
            .. connection.Read(
                "SELECT substr(key, length($first) + 1), value FROM meta WHERE key >= $first AND key < $end",
                row => (row.GetString(0), row.GetString(1)),
                ("$first", Sheet),
                ("$end", SheetsEnd)
            ),
        ];

    /// <summary>Drops all rows whose key begins so.</summary>
    public static void RemoveAll(SqliteConnection connection, string prefix) =>
        connection.Execute("DELETE FROM meta WHERE substr(key, 1, length($prefix)) = $prefix", ("$prefix", prefix));

    public static void Forget(SqliteConnection connection, Guid id) => Put(connection, $"{Forgotten}{id:D}", "");

    public static bool IsForgotten(SqliteConnection connection, Guid id) =>
        Find(connection, $"{Forgotten}{id:D}") is not null;

    public static void Recall(SqliteConnection connection, Guid id) =>
        connection.Execute("DELETE FROM meta WHERE key = $key", ("$key", $"{Forgotten}{id:D}"));
}
