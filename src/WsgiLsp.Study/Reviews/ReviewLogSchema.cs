using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>The log's tables and the number that says which.</summary>
internal static class ReviewLogSchema
{
    /// <summary>The schema that this program writes, in <c>PRAGMA user_version</c>.</summary>
    public const int Version = 1;

    private const string Tables = """
        CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
          id TEXT PRIMARY KEY NOT NULL,
          time INTEGER NOT NULL,
          offset INTEGER NOT NULL,
          day INTEGER NOT NULL,
          device TEXT NOT NULL,
          kind TEXT NOT NULL,
          item TEXT,
          target TEXT,
          grade INTEGER,
          mode TEXT,
          practice INTEGER,
          shown TEXT,
          given TEXT,
          correct INTEGER,
          hints INTEGER,
          certainty TEXT,
          ms INTEGER,
          concepts_automatic TEXT,
          concepts_final TEXT,
          answer_fingerprint TEXT,
          elapsed_days INTEGER,
          raw_interval REAL,
          due_day INTEGER,
          weights_id TEXT
        ) STRICT;
        CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
        PRAGMA user_version = 1;
        """;

    /// <summary>Makes an empty database a log, and leaves a log of this version as it is.</summary>
    /// <exception cref="ReviewLogException">It is a newer program's log, or something else's database.</exception>
    public static void Ensure(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) == Version)
        {
            return;
        }

        // Another process may have been faster: look again under the write lock.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (VersionOf(connection, path) != Version)
        {
            connection.Execute(Tables);
            connection.Execute(
                "INSERT INTO meta (key, value) VALUES ('device', $device)",
                ("$device", Guid.NewGuid().ToString("N")[..12])
            );
        }

        transaction.Commit();
    }

    /// <summary>0 for an empty database, else <see cref="Version"/>.</summary>
    private static long VersionOf(SqliteConnection connection, string path)
    {
        var version = connection.Scalar<long>("PRAGMA user_version");
        if (version > Version)
        {
            throw new ReviewLogException(
                $"The review log {path} was written by a newer version of wsgilsp (schema {version}, this one knows {Version}). "
                    + "Nothing was changed. Update wsgilsp, or set WSGILSP_DATA to another folder."
            );
        }

        if (version < Version && connection.Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new ReviewLogException(
                $"{path} is a database, but not a review log. Nothing was changed. "
                    + "Move it away, or set WSGILSP_DATA to another folder."
            );
        }

        return version;
    }
}
