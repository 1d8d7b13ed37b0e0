using System.Globalization;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>The rows of the append-only table <c>events</c>.</summary>
internal static class EventTable
{
    private const string Columns =
        "id, time, offset, day, device, kind, item, target, grade, mode, practice, shown, given, correct, hints, certainty, "
        + "ms, concepts_automatic, concepts_final, answer_fingerprint, elapsed_days, raw_interval, due_day, weights_id, "
        + "phase, step, parts, options";

    private const string Insert =
        $"INSERT OR IGNORE INTO events ({Columns}) VALUES ($id, $time, $offset, $day, $device, $kind, $item, $target, $grade, $mode, "
        + "$practice, $shown, $given, $correct, $hints, $certainty, $ms, $concepts_automatic, $concepts_final, "
        + "$answer_fingerprint, $elapsed_days, $raw_interval, $due_day, $weights_id, $phase, $step, $parts, $options)";

    private static readonly string History =
        $"SELECT {HistoryRow.Columns}, id, target FROM events WHERE item = $item AND time >= $from AND time < $before "
        + "ORDER BY time, id";

    private static readonly string Histories =
        $"SELECT {HistoryRow.Columns}, item FROM events NOT INDEXED WHERE item IS NOT NULL ORDER BY rowid";

    /// <summary>Adds an event; one that is there already, by its id, stays as it is.</summary>
    /// <returns>Whether it was new.</returns>
    public static bool Add(SqliteConnection connection, LoggedEvent logged) =>
        connection.Execute(Insert, Values(logged)) > 0;

    /// <summary>All events, in the order of time and id.</summary>
    public static IEnumerable<LoggedEvent> ReadAll(SqliteConnection connection) =>
        connection.Read($"SELECT {Columns} FROM events ORDER BY time, id", ReadEvent);

    /// <summary>The events that came after a row, in the order in which they came, each with its row.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="row">The row, which counts up from 1; 0 for all events.</param>
    /// <param name="limit">How many at most.</param>
    public static IEnumerable<(long Row, LoggedEvent Logged)> ReadAfter(
        SqliteConnection connection,
        long row,
        int limit
    ) =>
        connection.Read(
            $"SELECT {Columns}, rowid FROM events WHERE rowid > $row ORDER BY rowid LIMIT $limit",
            reader => (reader.GetInt64(28), ReadEvent(reader)),
            ("$row", row),
            ("$limit", limit)
        );

    /// <summary>The row of the event that came last, and its id; 0 and null where there is none.</summary>
    public static (long Row, string? Id) FindLast(SqliteConnection connection) =>
        connection
            .Read(
                "SELECT rowid, id FROM events ORDER BY rowid DESC LIMIT 1",
                row => (row.GetInt64(0), (string?)row.GetString(1))
            )
            .FirstOrDefault();

    /// <summary>The id of the event in a row; null where there is none.</summary>
    public static string? FindId(SqliteConnection connection, long row) =>
        connection
            .Read("SELECT id FROM events WHERE rowid = $row", reader => reader.GetString(0), ("$row", row))
            .FirstOrDefault();

    /// <summary>Whether anything that came after a row is of <see cref="ReadIdentity"/>.</summary>
    public static bool HasIdentityAfter(SqliteConnection connection, long row) =>
        connection.Scalar<long>(
            "SELECT EXISTS (SELECT 1 FROM events WHERE rowid > $row AND kind IN ('seen', 'attach', 'detach'))",
            ("$row", row)
        ) != 0;

    /// <summary>Deletes an event.</summary>
    public static void Remove(SqliteConnection connection, Guid id) =>
        connection.Execute("DELETE FROM events WHERE id = $id", ("$id", Text(id)));

    /// <summary>What an item said when it was last seen, or null.</summary>
    public static string? FindSeen(SqliteConnection connection, string item) =>
        connection
            .Read(
                "SELECT given FROM events WHERE item = $item AND kind = 'seen' ORDER BY time DESC, id DESC LIMIT 1",
                row => String(row, 0),
                ("$item", item)
            )
            .FirstOrDefault();

    /// <summary>An event, or null.</summary>
    public static LoggedEvent? Find(SqliteConnection connection, Guid id) =>
        connection.Read($"SELECT {Columns} FROM events WHERE id = $id", ReadEvent, ("$id", Text(id))).FirstOrDefault();

    /// <summary>What of an item's own events decides its state, in the order of time and id.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="from">Events of this time and later, ms UTC.</param>
    /// <param name="before">Events before this time, ms UTC.</param>
    public static IEnumerable<HistoryEvent> ReadHistory(
        SqliteConnection connection,
        string item,
        long from = long.MinValue,
        long before = long.MaxValue
    ) =>
        connection.Read(
            History,
            row =>
                HistoryRow.Read(row, Guid.Parse(row.GetString(HistoryRow.Count))) with
                {
                    Target = String(row, HistoryRow.Count + 1) is { } target ? Guid.Parse(target) : null,
                },
            ("$item", item),
            ("$from", from),
            ("$before", before)
        );

    /// <summary>An item's own events as they stand in the log, in the order of time and id.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="from">Events of this time and later, ms UTC.</param>
    /// <param name="before">Events before this time, ms UTC.</param>
    public static IEnumerable<LoggedEvent> ReadEvents(
        SqliteConnection connection,
        string item,
        long from,
        long before
    ) =>
        connection.Read(
            $"SELECT {Columns} FROM events WHERE item = $item AND time >= $from AND time < $before ORDER BY time, id",
            ReadEvent,
            ("$item", item),
            ("$from", from),
            ("$before", before)
        );

    /// <summary>What decides the states of all items, without ids and targets, in the order in which the events came.</summary>
    public static IEnumerable<(string Item, HistoryEvent Happened)> ReadHistories(SqliteConnection connection) =>
        connection.Read(Histories, row => (row.GetString(HistoryRow.Count), HistoryRow.Read(row)));

    /// <summary>Whether an item has no events after a moment.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="logged">One of its events.</param>
    public static bool IsLast(SqliteConnection connection, string item, LoggedEvent logged) =>
        connection.Scalar<long>(
            "SELECT NOT EXISTS (SELECT 1 FROM events WHERE item = $item AND (time, id) > ($time, $id))",
            ("$item", item),
            ("$time", logged.Time.ToUnixTimeMilliseconds()),
            ("$id", Text(logged.Id))
        ) != 0;

    /// <summary>Number of events.</summary>
    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM events");

    /// <summary>Whether there is any event.</summary>
    public static bool Any(SqliteConnection connection) =>
        connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM events)") != 0;

    /// <summary>The items that the last exam missed: answers of one exam point to its first.</summary>
    public static IEnumerable<string> ReadExamMisses(SqliteConnection connection)
    {
        var answers = connection
            .Read(
                """
                SELECT coalesce(target, id), item, grade FROM events AS review
                WHERE kind = 'review' AND mode = 'exam' AND item IS NOT NULL AND grade IS NOT NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM events AS back
                    WHERE back.item = review.item AND back.kind = 'undo' AND back.target = review.id
                  )
                ORDER BY time, id
                """,
                row => (Exam: row.GetString(0), Item: row.GetString(1), Grade: (Grade)row.GetInt32(2))
            )
            .ToList();
        return answers
            .Where(answer => answer.Exam == answers[^1].Exam)
            .GroupBy(answer => answer.Item, StringComparer.Ordinal)
            .Where(ofItem => !ofItem.Last().Grade.IsGot())
            .Select(ofItem => ofItem.Key);
    }

    /// <summary>All keys of items with events.</summary>
    public static IEnumerable<string> ReadItems(SqliteConnection connection) =>
        connection.Read("SELECT DISTINCT item FROM events WHERE item IS NOT NULL", row => row.GetString(0));

    /// <summary>The attachments of histories that were not taken back, in the order of time and id.</summary>
    public static IEnumerable<Attachment> ReadAttachments(SqliteConnection connection) =>
        connection.Read(
            """
            SELECT id, time, item, given FROM events AS attached
            WHERE kind = 'attach' AND item IS NOT NULL AND given IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM events AS back WHERE back.kind = 'detach' AND back.target = attached.id)
            ORDER BY time, id
            """,
            row => new Attachment(Guid.Parse(row.GetString(0)), row.GetInt64(1), row.GetString(2), row.GetString(3))
        );

    /// <summary>What is another text whenever there are other events that keep weights.</summary>
    public static string ReadWeightsMark(SqliteConnection connection) =>
        connection.Scalar<string>(
            "SELECT coalesce(group_concat(id), '') FROM (SELECT id FROM events WHERE kind = 'weights' ORDER BY time, id)"
        );

    /// <summary>The events that keep weights, in the order of time and id.</summary>
    public static IEnumerable<(Guid Id, string? Given)> ReadWeights(SqliteConnection connection) =>
        connection.Read(
            "SELECT id, given FROM events WHERE kind = 'weights' ORDER BY time, id",
            row => (Guid.Parse(row.GetString(0)), String(row, 1))
        );

    /// <summary>What the log says of where histories are, in the order of time and id.</summary>
    public static IEnumerable<IdentityEvent> ReadIdentity(SqliteConnection connection) =>
        connection
            .Read(
                "SELECT id, time, item, given, shown FROM events WHERE kind = 'seen' AND item IS NOT NULL AND given IS NOT NULL",
                row =>
                    (IdentityEvent)
                        new SeenEvent(
                            Guid.Parse(row.GetString(0)),
                            row.GetInt64(1),
                            row.GetString(2),
                            row.GetString(3),
                            String(row, 4)
                        )
            )
            .Concat(ReadAttachments(connection).Select(a => new MovedEvent(a.Id, a.Time, a.Item, a.From)))
            .OrderBy(happened => happened.Time)
            .ThenBy(happened => happened.Id);

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
            ("$phase", happened.Phase is { } phase ? LearningPhases.Name(phase) : null),
            ("$step", happened.Step),
            ("$weights_id", happened.WeightsId),
            ("$parts", happened.Parts?.ToString()),
            ("$options", happened.Options),
        ];
    }

    /// <summary>The event of a row of <see cref="Columns"/>.</summary>
    private static LoggedEvent ReadEvent(SqliteDataReader row) =>
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
                Phase = String(row, 24) is { } phase ? LearningPhases.Parse(phase) : null,
                Step = (int?)Number(row, 25),
                Parts = String(row, 26) is { } parts ? PartMarks.Parse(parts) : null,
                Options = String(row, 27),
            }
        );

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Name(Certainty certainty) => certainty == Certainty.Sure ? "sure" : "guess";

    private static Certainty CertaintyOf(string name) => name == "sure" ? Certainty.Sure : Certainty.Guess;

    private static ReviewEventKind KindOf(string name) =>
        ReviewEventKinds.Parse(name) ?? throw new InvalidDataException(name);

    private static string? String(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static bool? Flag(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column) != 0;
}
