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
    public const int Version = 5;

    // Older changes than so many are forgotten: who knows only those reads all states.
    private const int MostChanges = 65_536;

    /// <summary>
    /// The tables: the states, how many items are due on each day, and which items changed, a row a change. Counts and changes
    /// have tables of their own because an index of each would be written in two places all over it at each answer.
    /// </summary>
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
          former_answer TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE items_due (day INTEGER PRIMARY KEY, items INTEGER NOT NULL) STRICT;
        CREATE TABLE item_changes (change INTEGER PRIMARY KEY, item TEXT) STRICT;
        """;

    /// <summary>Drops the tables of this and of earlier versions.</summary>
    public const string Drop =
        "DROP TABLE IF EXISTS items; DROP TABLE IF EXISTS items_due; DROP TABLE IF EXISTS item_changes;";

    private const string Columns =
        "item, phase, step, stability, difficulty, due_day, due_time, last_time, last_day, last_grade, first_day, "
        + "answered_day, repetitions, lapses, lapse_day, again_day, sure_and_wrong_day, suspended, buried_day, "
        + "peek_time, former_answer";

    private const string Upsert =
        $"INSERT OR REPLACE INTO items ({Columns}) VALUES ($item, $phase, $step, $stability, $difficulty, $due_day, "
        + "$due_time, $last_time, $last_day, $last_grade, $first_day, $answered_day, $repetitions, $lapses, $lapse_day, "
        + "$again_day, $sure_and_wrong_day, $suspended, $buried_day, $peek_time, $former_answer)";

    /// <summary>Keeps an item's state.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="state">Its state.</param>
    public static void Put(SqliteConnection connection, string item, ItemState state)
    {
        var before = connection
            .Read(
                "SELECT due_day FROM items WHERE item = $item AND due_day IS NOT NULL",
                row => (int?)row.GetInt32(0),
                ("$item", item)
            )
            .FirstOrDefault();
        connection.Execute(Upsert, Values(item, state));
        if (before != state.DueDay)
        {
            AddDue(connection, before, -1);
            AddDue(connection, state.DueDay, 1);
        }

        connection.Execute("INSERT INTO item_changes (item) VALUES ($item)", ("$item", item));
        if (LastChange(connection) % MostChanges == 0)
        {
            ForgetChanges(connection);
        }
    }

    /// <summary>Keeps the states of all items, in the place of those before. The caller holds the transaction.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="items">The items' keys and states; in the order of the keys each page is written once.</param>
    public static void PutAll(SqliteConnection connection, IEnumerable<(string Item, ItemState State)> items)
    {
        connection.Execute("DELETE FROM items");
        using (var statement = new BulkStatement(connection, Upsert))
        {
            foreach (var (item, state) in items)
            {
                statement.Execute(Values(item, state));
            }
        }

        connection.Execute("DELETE FROM items_due");
        connection.Execute(
            "INSERT INTO items_due SELECT due_day, count(*) FROM items WHERE due_day IS NOT NULL GROUP BY due_day"
        );
        ForgetChanges(connection);
    }

    /// <summary>An item's state.</summary>
    public static ItemState Find(SqliteConnection connection, string item) =>
        connection
            .Read($"SELECT {Columns} FROM items WHERE item = $item", row => Read(row).Value, ("$item", item))
            .FirstOrDefault(ItemState.New);

    /// <summary>The states of all items.</summary>
    public static IEnumerable<KeyValuePair<string, ItemState>> ReadAll(SqliteConnection connection) =>
        connection.Read($"SELECT {Columns} FROM items", Read);

    /// <summary>The states of all items that changed after a change, if <see cref="KnowsSince"/>.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="change">The number of the change.</param>
    public static IEnumerable<KeyValuePair<string, ItemState>> ReadSince(SqliteConnection connection, long change) =>
        connection.Read(
            $"SELECT {Columns} FROM items WHERE item IN (SELECT item FROM item_changes WHERE change > $change)",
            Read,
            ("$change", change)
        );

    /// <summary>Whether it is known what changed after a change.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="change">The number of the change.</param>
    public static bool KnowsSince(SqliteConnection connection, long change) =>
        connection.Scalar<long>(
            "SELECT NOT EXISTS (SELECT 1 FROM item_changes WHERE change > $change AND item IS NULL)",
            ("$change", change)
        ) != 0;

    /// <summary>The keys of all items with a kept state.</summary>
    public static IEnumerable<string> ReadItems(SqliteConnection connection) =>
        connection.Read("SELECT item FROM items", row => row.GetString(0));

    /// <summary>How many items are due on a study day.</summary>
    public static int CountDue(SqliteConnection connection, int day) =>
        connection
            .Read("SELECT items FROM items_due WHERE day = $day", row => row.GetInt32(0), ("$day", day))
            .FirstOrDefault();

    /// <summary>The number of the last change; they count up.</summary>
    public static long LastChange(SqliteConnection connection) =>
        connection.Scalar<long>("SELECT coalesce(max(change), 0) FROM item_changes");

    private static void AddDue(SqliteConnection connection, int? day, int items)
    {
        if (day is not null)
        {
            connection.Execute(
                "INSERT INTO items_due VALUES ($day, $items) ON CONFLICT DO UPDATE SET items = items + $items",
                ("$day", day),
                ("$items", items)
            );
        }
    }

    /// <summary>Forgets what changed: that all may have is a change as well. Numbers go on counting up.</summary>
    private static void ForgetChanges(SqliteConnection connection)
    {
        connection.Execute("INSERT INTO item_changes (item) VALUES (NULL)");
        connection.Execute("DELETE FROM item_changes WHERE change < (SELECT max(change) FROM item_changes)");
    }

    /// <summary>The columns of a row, in their order.</summary>
    private static (string Name, object? Value)[] Values(string item, ItemState state) =>
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
        ];

    private static KeyValuePair<string, ItemState> Read(SqliteDataReader row) =>
        new(
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
