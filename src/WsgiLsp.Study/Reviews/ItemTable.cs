using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// The rows of the table <c>items</c>: what the events make of each item, kept so that nobody needs to replay them. It may
/// be dropped and made again at any time.
/// </summary>
internal static class ItemTable
{
    /// <summary>Goes up whenever the same events would make another state, so that all are made again.</summary>
    public const int Version = 3;

    /// <summary>A day on which so many items are due is as busy as can be. To count more would make each answer slow.</summary>
    public const int MostDue = 200;

    /// <summary>The table and its indices.</summary>
    public const string Tables = """
        CREATE TABLE items (
          item TEXT PRIMARY KEY NOT NULL,
          phase TEXT NOT NULL,
          step INTEGER NOT NULL,
          stability REAL NOT NULL,
          difficulty REAL NOT NULL,
          due_day INTEGER,
          due_time INTEGER,
          last_time INTEGER,
          last_day INTEGER,
          last_grade INTEGER,
          first_day INTEGER,
          answered_day INTEGER,
          repetitions INTEGER NOT NULL,
          lapses INTEGER NOT NULL,
          lapse_day INTEGER,
          again_day INTEGER,
          sure_and_wrong_day INTEGER,
          suspended INTEGER NOT NULL,
          buried_day INTEGER,
          peek_time INTEGER,
          former_answer TEXT,
          changed INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX items_by_due_day ON items (due_day);
        CREATE INDEX items_by_change ON items (changed);
        """;

    // A number, not a parameter: SQLite would prepare the statement anew for each value of a limit.
    private static readonly string DueOnDay =
        $"SELECT count(*) FROM (SELECT 1 FROM items WHERE due_day = $day LIMIT {MostDue})";

    private const string Columns =
        "item, phase, step, stability, difficulty, due_day, due_time, last_time, last_day, last_grade, first_day, "
        + "answered_day, repetitions, lapses, lapse_day, again_day, sure_and_wrong_day, suspended, buried_day, "
        + "peek_time, former_answer";

    private const string Upsert =
        $"INSERT OR REPLACE INTO items ({Columns}, changed) VALUES ($item, $phase, $step, $stability, $difficulty, $due_day, "
        + "$due_time, $last_time, $last_day, $last_grade, $first_day, $answered_day, $repetitions, $lapses, $lapse_day, "
        + "$again_day, $sure_and_wrong_day, $suspended, $buried_day, $peek_time, $former_answer, "
        + "$changed)";

    /// <summary>Keeps an item's state.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="state">Its state.</param>
    /// <param name="change">The number of this change; see <see cref="LastChange"/>.</param>
    public static void Put(SqliteConnection connection, string item, ItemState state, long change) =>
        connection.Execute(Upsert, Values(item, state, change));

    /// <summary>Keeps the states of many items. The caller holds the transaction.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="items">The items' keys and states; in the order of the keys each page is written once.</param>
    /// <param name="change">The number of this change; see <see cref="LastChange"/>.</param>
    public static void PutAll(
        SqliteConnection connection,
        IEnumerable<(string Item, ItemState State)> items,
        long change
    )
    {
        using var statement = new BulkStatement(connection, Upsert);
        foreach (var (item, state) in items)
        {
            statement.Execute(Values(item, state, change));
        }
    }

    /// <summary>An item's state.</summary>
    public static ItemState Find(SqliteConnection connection, string item) =>
        connection
            .Read($"SELECT {Columns} FROM items WHERE item = $item", row => Read(row).State, ("$item", item))
            .FirstOrDefault(ItemState.New);

    /// <summary>The states of all items that changed after a change.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="change">The number of the change; 0 for all items.</param>
    public static IEnumerable<(string Item, ItemState State)> ReadSince(SqliteConnection connection, long change) =>
        connection.Read($"SELECT {Columns} FROM items WHERE changed > $change", Read, ("$change", change));

    /// <summary>The keys of all items with a kept state.</summary>
    public static IEnumerable<string> ReadItems(SqliteConnection connection) =>
        connection.Read("SELECT item FROM items", row => row.GetString(0));

    /// <summary>How many items are due on a study day, up to <see cref="MostDue"/>.</summary>
    public static int CountDue(SqliteConnection connection, int day) =>
        (int)connection.Scalar<long>(DueOnDay, ("$day", day));

    /// <summary>The number of the last change; they count up.</summary>
    public static long LastChange(SqliteConnection connection) =>
        connection.Scalar<long>("SELECT coalesce(max(changed), 0) FROM items");

    /// <summary>Forgets all states.</summary>
    public static void Clear(SqliteConnection connection) => connection.Execute("DELETE FROM items");

    /// <summary>The columns of a row, in their order.</summary>
    private static (string Name, object? Value)[] Values(string item, ItemState state, long change) =>
        [
            ("$item", item),
            ("$phase", state.Schedule.Phase.Name()),
            ("$step", state.Schedule.Step),
            ("$stability", state.Schedule.Memory.Stability),
            ("$difficulty", state.Schedule.Memory.Difficulty),
            ("$due_day", state.DueDay),
            ("$due_time", state.DueTime),
            ("$last_time", state.LastTime),
            ("$last_day", state.LastDay),
            ("$last_grade", (int?)state.LastGrade),
            ("$first_day", state.FirstDay),
            ("$answered_day", state.AnsweredDay),
            ("$repetitions", state.Repetitions),
            ("$lapses", state.Lapses),
            ("$lapse_day", state.LapseDay),
            ("$again_day", state.AgainDay),
            ("$sure_and_wrong_day", state.SureAndWrongDay),
            ("$suspended", state.IsSuspended ? 1 : 0),
            ("$buried_day", state.BuriedDay),
            ("$peek_time", state.PeekTime),
            ("$former_answer", state.FormerAnswer),
            ("$changed", change),
        ];

    private static (string Item, ItemState State) Read(SqliteDataReader row) =>
        (
            row.GetString(0),
            new ItemState
            {
                Schedule = new ItemSchedule(
                    LearningPhases.Parse(row.GetString(1)) ?? LearningPhase.New,
                    row.GetInt32(2),
                    new MemoryState(row.GetDouble(3), row.GetDouble(4))
                ),
                DueDay = Day(row, 5),
                DueTime = Time(row, 6),
                LastTime = Time(row, 7),
                LastDay = Day(row, 8),
                LastGrade = (Grade?)Day(row, 9),
                FirstDay = Day(row, 10),
                AnsweredDay = Day(row, 11),
                Repetitions = row.GetInt32(12),
                Lapses = row.GetInt32(13),
                LapseDay = Day(row, 14),
                AgainDay = Day(row, 15),
                SureAndWrongDay = Day(row, 16),
                IsSuspended = row.GetInt64(17) != 0,
                BuriedDay = Day(row, 18),
                PeekTime = Time(row, 19),
                FormerAnswer = row.IsDBNull(20) ? null : row.GetString(20),
            }
        );

    private static int? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static long? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
