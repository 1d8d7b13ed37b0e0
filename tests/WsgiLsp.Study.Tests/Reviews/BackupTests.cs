using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

public sealed class BackupTests : IDisposable
{
    /// <summary>The log's tables as the first version made them.</summary>
    private const string FirstSchema = """
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
        INSERT INTO meta VALUES ('device', '0123456789ab');
        INSERT INTO events (id, time, offset, day, device, kind, item, grade, mode, practice, given, ms) VALUES
          ('0198c0de-0000-7000-8000-000000000001', 1772000000000, 60, 20509, '0123456789ab', 'review', 'deck/a', 3, 'choice', 0, '1', 900),
          ('0198c0de-0000-7000-8000-000000000002', 1772000001000, 60, 20509, '0123456789ab', 'review', 'deck/b', 1, 'recall', 0, NULL, 5),
          ('0198c0de-0000-7000-8000-000000000004', 1772000003000, 60, 20509, '0123456789ab', 'suspend', 'deck/b', NULL, NULL, NULL, NULL, NULL);
        INSERT INTO events (id, time, offset, day, device, kind, item, target) VALUES
          ('0198c0de-0000-7000-8000-000000000003', 1772000002000, 60, 20509, '0123456789ab', 'undo', 'deck/a', '0198c0de-0000-7000-8000-000000000001');
        PRAGMA user_version = 1;
        """;

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_of_the_first_version_keeps_its_events_and_is_copied_first()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.LogPath)!);
        using (var connection = Connect(_folder.LogPath, SqliteOpenMode.ReadWriteCreate))
        {
            connection.Execute(FirstSchema);
        }

        using var log = Open();
        var events = log.ReadAll();

        Assert.Equal([1, 2, 3, 4], events.Select(logged => int.Parse($"{logged.Id}"[^3..])));
        Assert.Equal(
            ("1", 900L, null),
            (events[0].Event.Given, events[0].Event.MillisecondsSpent, events[0].Event.Options)
        );
        var states = log.ReadItemStates();
        Assert.True(states["deck/a"].IsNew);
        Assert.Equal(LearningPhase.Learning, states["deck/b"].Schedule.Phase);
        Assert.True(states["deck/b"].IsSuspended);
        Assert.True(log.Verify().IsSound);
        Assert.Equal("0123456789ab", log.Append(Answer).Device);

        using var copy = Connect(Path.Join(log.BackupFolder, "reviews-schema-1.db"), SqliteOpenMode.ReadOnly);
        Assert.Equal(1, copy.Scalar<long>("PRAGMA user_version"));
        Assert.Equal(4, copy.Scalar<long>("SELECT count(*) FROM events"));
    }

    [Fact]
    public void There_is_one_copy_a_day_and_seven_are_kept()
    {
        using var log = Open();
        for (var day = 1; day <= 10; day++)
        {
            log.Append(Answer);
            _clock.Pass(TimeSpan.FromHours(1));
            log.Append(Answer);
            _clock.Pass(TimeSpan.FromHours(23));
        }

        // The log was empty on the first day's first answer, and was copied before its second.
        var copies = LogBackups.Daily(_folder.LogPath).ToList();
        Assert.Equal(
            Enumerable.Range(4, 7).Select(day => $"reviews-2026-03-{day:00}.db"),
            copies.Select(file => Path.GetFileName(file))
        );
        using var last = ReviewLog.Open(copies[^1], _clock);
        Assert.Equal(18, last.ReadAll().Length);
        Assert.Empty(Directory.GetFiles(log.BackupFolder, "*.tmp"));
    }

    [Fact]
    public void A_copy_is_a_log_that_can_take_the_place_of_the_first()
    {
        using (var log = Open())
        {
            log.Append(Answer);
            _clock.Pass(TimeSpan.FromDays(1));
            log.Append(Answer);
        }

        File.Copy(LogBackups.Daily(_folder.LogPath).Single(), _folder.LogPath, overwrite: true);
        using var again = Open();
        Assert.Single(again.ReadAll());
        Assert.True(again.Verify().IsSound);
        again.Append(Answer);
    }

    private static ReviewEvent Answer { get; } =
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = "deck/a",
            Grade = Grade.Good,
        };

    private ReviewLog Open() => ReviewLog.Open(_folder.LogPath, _clock);

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={path};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }
}
