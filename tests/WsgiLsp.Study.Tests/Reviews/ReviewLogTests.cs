using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

public sealed class ReviewLogTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00.123+02:00");

    private static readonly ReviewEvent Full = new()
    {
        Kind = ReviewEventKind.Review,
        Item = "deck/card",
        Target = Guid.Parse("0198c0de-0000-7000-8000-000000000001"),
        Grade = Grade.Hard,
        Mode = "choice",
        Practice = true,
        Shown = "2,0,1",
        Options = "89abcdef,01234567,fedcba98",
        Given = "läuft\n“so”",
        Correct = false,
        Parts = new PartMarks(3, 4),
        Hints = 2,
        Certainty = Certainty.Guess,
        MillisecondsSpent = 5_000_000_000,
        AutomaticConcepts = "+-~",
        FinalConcepts = "+++",
        AnswerFingerprint = "0123456789abcdef",
        ElapsedDays = 3,
        RawInterval = 2.75,
        DueDay = 20_600,
        Phase = LearningPhase.Relearning,
        Step = 1,
        WeightsId = "w1",
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_event_is_read_back_as_it_was_appended()
    {
        using var log = Open();
        var logged = log.Append(Full);
        var bare = log.Append(new ReviewEvent { Kind = ReviewEventKind.Weights });

        Assert.Equal(Full, logged.Event);
        Assert.Equal(_clock.Now, logged.Time);
        Assert.Equal(TimeSpan.FromHours(2), logged.Time.Offset);
        Assert.Equal(20_513, logged.Day);
        Assert.Equal(7, logged.Id.Version);
        Assert.Equal([logged, bare], log.ReadAll());
    }

    [Fact]
    public void Every_column_that_an_event_has_is_written()
    {
        using (var log = Open())
        {
            log.Append(Full);
        }

        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM events";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal(
            [
                "id",
                "time",
                "offset",
                "day",
                "device",
                "kind",
                "item",
                "target",
                "grade",
                "mode",
                "practice",
                "shown",
                "given",
                "correct",
                "hints",
                "certainty",
                "ms",
                "concepts_automatic",
                "concepts_final",
                "answer_fingerprint",
                "elapsed_days",
                "raw_interval",
                "due_day",
                "weights_id",
                "phase",
                "step",
                "parts",
                "options",
            ],
            Enumerable.Range(0, row.FieldCount).Select(row.GetName)
        );
        Assert.All(
            Enumerable.Range(0, row.FieldCount),
            column => Assert.False(row.IsDBNull(column), row.GetName(column))
        );
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_and_is_read_back()
    {
        using var log = Open();
        var kinds = Enum.GetValues<ReviewEventKind>();
        foreach (var kind in kinds)
        {
            log.Append(new ReviewEvent { Kind = kind });
        }

        Assert.Equal(kinds, log.ReadAll().Select(logged => logged.Event.Kind));
        Assert.Equal("due-now", ReviewEventKind.DueNow.Name());
        Assert.Null(ReviewEventKinds.Parse("unheard-of"));
    }

    [Fact]
    public void Events_of_one_moment_keep_their_order()
    {
        using var log = Open();
        var ids = Enumerable.Range(0, 100).Select(_ => log.Append(Full).Id).ToList();

        Assert.Equal(ids, log.ReadAll().Select(logged => logged.Id));
        Assert.Equal(ids, ids.Order());
    }

    [Fact]
    public void A_clock_that_was_set_back_is_believed()
    {
        using var log = Open();
        log.Append(Full);
        _clock.Pass(TimeSpan.FromHours(-3));

        Assert.Equal(_clock.Now, log.Append(Full).Time);
    }

    [Fact]
    public void The_day_follows_the_clock_and_the_setting()
    {
        using var log = ReviewLog.Open(
            _folder.LogPath,
            _clock,
            new ReviewLogOptions { DayStart = TimeSpan.FromHours(11) }
        );

        Assert.Equal(20_512, log.Today);
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(20_513, log.Today);
        Assert.Equal(20_513, log.Append(Full).Day);
    }

    [Fact]
    public void Nothing_is_created_before_the_first_event()
    {
        using var log = Open();

        Assert.Empty(log.ReadAll());
        Assert.True(log.ReadItemStates()["deck/card"].IsNew);
        Assert.False(Directory.Exists(Path.GetDirectoryName(_folder.LogPath)));
    }

    [Fact]
    public void Item_states_are_brought_up_to_date()
    {
        using var log = Open();
        log.Append(new ReviewEvent { Kind = ReviewEventKind.Bury, Item = "deck/a" });
        log.Append(new ReviewEvent { Kind = ReviewEventKind.Suspend, Item = "deck/b" });
        var before = log.ReadItemStates();
        log.Append(Full with { Practice = null, Grade = Grade.Easy });

        Assert.True(before["deck/a"].IsBuriedOn(log.Today));
        Assert.True(before["deck/card"].IsNew);
        var after = log.ReadItemStates();
        Assert.True(after["deck/b"].IsSuspended);
        Assert.Equal(LearningPhase.Review, after["deck/card"].Schedule.Phase);
        Assert.True(after["deck/card"].WasAnsweredOn(log.Today));
        Assert.Same(after["deck/card"], log.ReadItemStates()["deck/card"]);
        using var other = Open();
        Assert.Equal(after["deck/card"], other.ReadItemStates()["deck/card"]);
        Assert.True(log.Verify().IsSound);
    }

    [Fact]
    public void A_device_keeps_its_id_and_another_has_another()
    {
        string device;
        using (var log = Open())
        {
            device = log.Append(Full).Device;
        }

        using (var again = Open())
        {
            Assert.Equal(device, again.Append(Full).Device);
        }

        using var other = ReviewLog.Open(_folder.DataFolderFile("other.db"), _clock);
        Assert.NotEqual(device, other.Append(Full).Device);
        Assert.Matches("^[0-9a-f]{12}$", device);
    }

    [Fact]
    public void The_file_is_durable_and_says_its_version()
    {
        using var connection = ReviewLogFile.Open(_folder.LogPath, new ReviewLogOptions());

        Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(2, connection.Scalar<long>("PRAGMA synchronous"));
        Assert.Equal(ReviewLogSchema.Version, connection.Scalar<long>("PRAGMA user_version"));
    }

    [Fact]
    public void Events_cannot_be_changed()
    {
        using (var log = Open())
        {
            log.Append(Full);
        }

        using var connection = Connect();
        Assert.Throws<SqliteException>(() => connection.Execute("UPDATE events SET grade = 4"));
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix only");
            return;
        }

        using var log = Open();
        log.Append(Full);
        var folder = Path.GetDirectoryName(_folder.LogPath)!;

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(folder)
        );
        var files = Directory.GetFiles(folder);
        Assert.Equal(3, files.Length);
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_newer_log_is_refused_and_left_as_it_is()
    {
        using (var log = Open())
        {
            log.Append(Full);
        }

        using (var connection = Connect())
        {
            connection.Execute($"PRAGMA user_version = {ReviewLogSchema.Version + 1}");
        }

        using var newer = Open();
        var refusal = Assert.Throws<ReviewLogException>(() => newer.Append(Full));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.LogPath, refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ReviewLogException>(() => newer.ReadItemStates());
        using var after = Connect();
        Assert.Equal(1, after.Scalar<long>("SELECT count(*) FROM events"));
        Assert.Equal(ReviewLogSchema.Version + 1, after.Scalar<long>("PRAGMA user_version"));
    }

    [Fact]
    public void Another_program_s_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.LogPath)!);
        using (var connection = Connect(SqliteOpenMode.ReadWriteCreate))
        {
            connection.Execute("CREATE TABLE notes (text TEXT)");
        }

        using var log = Open();
        Assert.Contains(
            "not a review log",
            Assert.Throws<ReviewLogException>(() => log.Append(Full)).Message,
            StringComparison.Ordinal
        );
        using var after = Connect();
        Assert.Equal(1, after.Scalar<long>("SELECT count(*) FROM sqlite_schema"));
        Assert.Equal("delete", after.Scalar<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_broken_file_is_named_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.LogPath)!);
        File.WriteAllText(_folder.LogPath, new string('x', 5000));
        using var log = Open();

        var failure = Assert.Throws<ReviewLogException>(() => log.ReadAll());
        Assert.Contains(_folder.LogPath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(_folder.LogPath));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        // A file stands where the folder should be: refused to every user, the superuser included.
        File.WriteAllText(Path.Join(_folder.Path, "data"), "");
        using var log = Open();

        var failure = Assert.Throws<ReviewLogException>(() => log.Append(Full));
        Assert.Contains(_folder.LogPath, failure.Message, StringComparison.Ordinal);
        Assert.Contains("WSGILSP_DATA", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_failed_works_once_the_cause_is_gone()
    {
        var inTheWay = Path.Join(_folder.Path, "data");
        File.WriteAllText(inTheWay, "");
        using var log = Open();
        Assert.Throws<ReviewLogException>(() => log.Append(Full));
        File.Delete(inTheWay);

        log.Append(Full);
        Assert.Single(log.ReadAll());
    }

    [Fact]
    public void A_locked_file_is_reported_as_locked()
    {
        using var log = ReviewLog.Open(
            _folder.LogPath,
            _clock,
            new ReviewLogOptions { BusyTimeout = TimeSpan.FromSeconds(1) }
        );
        log.Append(Full);
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);

        var failure = Assert.Throws<ReviewLogException>(() => log.Append(Full));
        Assert.Contains("locked by another program", failure.Message, StringComparison.Ordinal);
        transaction.Rollback();
        log.Append(Full);
        Assert.Equal(2, log.ReadAll().Length);
    }

    [Fact]
    public async Task Several_logs_on_one_file_lose_nothing()
    {
        const int writers = 4;
        const int each = 25;
        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(writer => Task.Run(() => Write(writer), TestContext.Current.CancellationToken))
        );

        using var log = Open();
        var events = log.ReadAll();
        Assert.Equal(writers * each, events.Length);
        Assert.Single(events.Select(logged => logged.Device).Distinct());
        Assert.All(events.GroupBy(logged => logged.Event.Item), group => Assert.Equal(each, group.Count()));

        void Write(int writer)
        {
            using var own = ReviewLog.Open(_folder.LogPath, TimeProvider.System);
            for (var i = 0; i < each; i++)
            {
                own.Append(new ReviewEvent { Kind = ReviewEventKind.Peek, Item = $"deck/{writer}" });
            }
        }
    }

    private ReviewLog Open() => ReviewLog.Open(_folder.LogPath, _clock);

    private SqliteConnection Connect(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={_folder.LogPath};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }
}
