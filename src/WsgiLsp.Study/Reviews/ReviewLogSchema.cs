using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>The log's tables and the number that says which.</summary>
internal static class ReviewLogSchema
{
    /// <summary>The schema that this program writes, in <c>PRAGMA user_version</c>.</summary>
    public const int Version = 5;

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
        """;

    /// <summary>What each version added to the one before, which a log of that one goes through.</summary>
    private static readonly string[] Migrations =
    [
        Tables,
        $"""
            ALTER TABLE events ADD COLUMN phase TEXT;
            ALTER TABLE events ADD COLUMN step INTEGER;
            CREATE INDEX events_by_item ON events (item, time, id) WHERE item IS NOT NULL;
            CREATE INDEX events_attach ON events (time) WHERE kind = 'attach';
            CREATE INDEX events_seen ON events (time) WHERE kind = 'seen';
            CREATE INDEX events_detach ON events (target) WHERE kind = 'detach';
            {ItemTable.Tables}
            """,
        "ALTER TABLE events ADD COLUMN parts TEXT;",
        "ALTER TABLE events ADD COLUMN options TEXT;",
        // A program that knows no fitted weights would make other states of the same events: it must not go on.
        "CREATE INDEX events_weights ON events (time, id) WHERE kind = 'weights';",
    ];

    /// <summary>
    /// Makes an empty database a log, and a log of an earlier version one of this. What an earlier version wrote is copied
    /// first; nothing goes back.
    /// </summary>
    /// <exception cref="ReviewLogException">It is a newer program's log, or something else's database.</exception>
    public static void Ensure(SqliteConnection connection, string path, ReviewLogOptions options)
    {
        long version;
        using (LogTransaction.Read(connection))
        {
            // One snapshot: between two looks another process may make the tables.
            version = VersionOf(connection, path);
        }

        if (version == Version && HasStatesOfThisVersion(connection))
        {
            return;
        }

        if (version is > 0 and < Version)
        {
            LogBackups.BeforeMigration(connection, path, version);
        }

        // Another process may have been faster: look again under the write lock.
        using var transaction = LogTransaction.Write(connection);
        version = VersionOf(connection, path);
        for (var next = version; next < Version; next++)
        {
            connection.Execute(Migrations[next]);
        }

        if (version == 0)
        {
            connection.Execute(
                "INSERT INTO meta (key, value) VALUES ('device', $device)",
                ("$device", Guid.NewGuid().ToString("N")[..12])
            );
        }

        if (!HasStatesOfThisVersion(connection))
        {
            connection.Execute($"{ItemTable.Drop} {ItemTable.Tables}");
            ItemRebuild.Run(connection, new WeightsReader(options.Scheduler).ReadSchedulers(connection));
            connection.Execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES ('states', $version)",
                ("$version", $"{ItemTable.Version}")
            );
        }

        connection.Execute($"PRAGMA user_version = {Version}");
        transaction.Commit();
    }

    private static bool HasStatesOfThisVersion(SqliteConnection connection) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM meta WHERE key = 'states' AND value = $version",
            ("$version", $"{ItemTable.Version}")
        ) > 0;

    /// <summary>0 for an empty database, else the schema's version.</summary>
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

        if (version == 0 && connection.Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new ReviewLogException(
                $"{path} is a database, but not a review log. Nothing was changed. "
                    + "Move it away, or set WSGILSP_DATA to another folder."
            );
        }

        return version;
    }
}
