using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// The append-only log of everything a learner did, in one SQLite file. An event that was appended is committed and synced
/// to disk. Several processes may use one file at once. Members may be called from any thread, one at a time inside.
/// </summary>
public sealed class ReviewLog : IDisposable
{
    private const string Columns =
        "id, time, offset, day, device, kind, item, target, grade, mode, practice, shown, given, correct, hints, certainty, "
        + "ms, concepts_automatic, concepts_final, answer_fingerprint, elapsed_days, raw_interval, due_day, weights_id";

    private const string Insert =
        $"INSERT INTO events ({Columns}) VALUES ($id, $time, $offset, $day, $device, $kind, $item, $target, $grade, $mode, "
        + "$practice, $shown, $given, $correct, $hints, $certainty, $ms, $concepts_automatic, $concepts_final, "
        + "$answer_fingerprint, $elapsed_days, $raw_interval, $due_day, $weights_id)";

    private readonly TimeProvider _clock;
    private readonly TimeSpan _dayStart;
    private readonly TimeSpan _busyTimeout;
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private string? _device;
    private long _lastTime;

    private ReviewLog(string path, TimeProvider clock, TimeSpan dayStart, TimeSpan busyTimeout)
    {
        Path = path;
        _clock = clock;
        _dayStart = dayStart;
        _busyTimeout = busyTimeout;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The study day of this moment.</summary>
    public int Today => StudyDay.Of(_clock.GetLocalNow(), _dayStart);

    /// <summary>
    /// A log in a file. Nothing is opened or created before it is needed, so that this never fails; reading does not create
    /// the file either.
    /// </summary>
    /// <param name="path">The file; see <see cref="DataFolder"/>.</param>
    /// <param name="clock">Tells the time and the local offset.</param>
    /// <param name="dayStart">Local time of day at which a study day begins; 04:00 if null.</param>
    /// <param name="busyTimeout">How long to wait for other processes, in whole seconds from 1; 10 s if null.</param>
    public static ReviewLog Open(
        string path,
        TimeProvider clock,
        TimeSpan? dayStart = null,
        TimeSpan? busyTimeout = null
    ) =>
        new(
            System.IO.Path.GetFullPath(path),
            clock,
            dayStart ?? StudyDay.DefaultStart,
            busyTimeout ?? ReviewLogFile.DefaultBusyTimeout
        );

    /// <summary>Appends an event; when this returns, it is committed and synced.</summary>
    /// <returns>The event with its id, time, day and device.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was appended.</exception>
    public LoggedEvent Append(ReviewEvent happened) =>
        Use(connection =>
        {
            var logged = Stamp(happened);
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(Insert, Values(logged));
            transaction.Commit();
            return logged;
        });

    /// <summary>What sessions need to know of all items today.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ItemStates ReadItemStates() =>
        File.Exists(Path) ? Use(connection => ItemStates.Replay(ReadStateChanges(connection), Today)) : ItemStates.None;

    /// <summary>All events in the order of time and id.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ImmutableArray<LoggedEvent> ReadAll() => File.Exists(Path) ? Use(ReadEvents) : [];

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        lock (_lock)
        {
            try
            {
                _connection ??= ReviewLogFile.Open(Path, _busyTimeout);
                return work(_connection);
            }
            catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw ReviewLogFailure.Explain(Path, e);
            }
        }
    }

    private LoggedEvent Stamp(ReviewEvent happened)
    {
        var now = _clock.GetLocalNow();
        var time = DateTimeOffset.FromUnixTimeMilliseconds(NextTime(now.ToUnixTimeMilliseconds())).ToOffset(now.Offset);
        _device ??= _connection!.Scalar<string>("SELECT value FROM meta WHERE key = 'device'");
        return new LoggedEvent(Guid.CreateVersion7(time), time, StudyDay.Of(time, _dayStart), _device, happened);
    }

    /// <summary>
    /// The time to log: events within one millisecond get successive ones, because ids order them by time only. A clock
    /// that was set back is believed.
    /// </summary>
    private long NextTime(long now) => _lastTime = now <= _lastTime && _lastTime - now < 1000 ? _lastTime + 1 : now;

    private static (string, object?)[] Values(LoggedEvent logged)
    {
        var happened = logged.Event;
        return
        [
            ("$id", Text(logged.Id)),
            ("$time", logged.Time.ToUnixTimeMilliseconds()),
            ("$offset", (int)logged.Time.Offset.TotalMinutes),
            ("$day", logged.Day),
            ("$device", logged.Device),
            ("$kind", happened.Kind.Name()),
            ("$item", happened.Item),
            ("$target", happened.Target is { } target ? Text(target) : null),
            ("$grade", (int?)happened.Grade),
            ("$mode", happened.Mode),
            ("$practice", happened.Practice),
            ("$shown", happened.Shown),
            ("$given", happened.Given),
            ("$correct", happened.Correct),
            ("$hints", happened.Hints),
            ("$certainty", happened.Certainty is { } certainty ? Name(certainty) : null),
            ("$ms", happened.MillisecondsSpent),
            ("$concepts_automatic", happened.AutomaticConcepts),
            ("$concepts_final", happened.FinalConcepts),
            ("$answer_fingerprint", happened.AnswerFingerprint),
            ("$elapsed_days", happened.ElapsedDays),
            ("$raw_interval", happened.RawInterval),
            ("$due_day", happened.DueDay),
            ("$weights_id", happened.WeightsId),
        ];
    }

    private ImmutableArray<LoggedEvent> ReadEvents(SqliteConnection connection)
    {
        using var command = connection.Command($"SELECT {Columns} FROM events ORDER BY time, id");
        using var row = command.ExecuteReader();
        var events = ImmutableArray.CreateBuilder<LoggedEvent>();
        while (row.Read())
        {
            events.Add(ReadEvent(row));
        }

        return events.ToImmutable();
    }

    private LoggedEvent ReadEvent(SqliteDataReader row) =>
        new(
            Guid.Parse(row.GetString(0)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)).ToOffset(TimeSpan.FromMinutes(row.GetInt32(2))),
            row.GetInt32(3),
            row.GetString(4),
            new ReviewEvent
            {
                Kind = KindOf(row.GetString(5)),
                Item = String(row, 6),
                Target = String(row, 7) is { } target ? Guid.Parse(target) : null,
                Grade = (Grade?)Number(row, 8),
                Mode = String(row, 9),
                Practice = Flag(row, 10),
                Shown = String(row, 11),
                Given = String(row, 12),
                Correct = Flag(row, 13),
                Hints = (int?)Number(row, 14),
                Certainty = String(row, 15) is { } certainty ? CertaintyOf(certainty) : null,
                MillisecondsSpent = Number(row, 16),
                AutomaticConcepts = String(row, 17),
                FinalConcepts = String(row, 18),
                AnswerFingerprint = String(row, 19),
                ElapsedDays = (int?)Number(row, 20),
                RawInterval = row.IsDBNull(21) ? null : row.GetDouble(21),
                DueDay = (int?)Number(row, 22),
                WeightsId = String(row, 23),
            }
        );

    private List<StateChange> ReadStateChanges(SqliteConnection connection)
    {
        using var command = connection.Command(
            "SELECT id, kind, item, target, day FROM events WHERE item IS NOT NULL ORDER BY time, id"
        );
        using var row = command.ExecuteReader();
        var changes = new List<StateChange>();
        while (row.Read())
        {
            changes.Add(
                new StateChange(
                    Guid.Parse(row.GetString(0)),
                    KindOf(row.GetString(1)),
                    row.GetString(2),
                    String(row, 3) is { } target ? Guid.Parse(target) : null,
                    row.GetInt32(4)
                )
            );
        }

        return changes;
    }

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Name(Certainty certainty) => certainty == Certainty.Sure ? "sure" : "guess";

    private static Certainty CertaintyOf(string name) => name == "sure" ? Certainty.Sure : Certainty.Guess;

    private ReviewEventKind KindOf(string name) =>
        ReviewEventKinds.Parse(name)
        ?? throw new ReviewLogException(
            $"The review log {Path} holds an event of an unknown kind, \"{name}\". Update wsgilsp."
        );

    private static string? String(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static bool? Flag(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column) != 0;
}
