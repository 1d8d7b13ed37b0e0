using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// The append-only log of everything a learner did, in one SQLite file. An event that was appended is committed and synced
/// to disk. Several processes may use one file at once. Members may be called from any thread, one at a time inside.
/// </summary>
public sealed class ReviewLog : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ReviewLogOptions _options;
    private readonly WeightsReader _weights;
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private ItemStates? _states;
    private string? _device;
    private long _lastTime;
    private DateOnly? _backedUp;

    private ReviewLog(string path, TimeProvider clock, ReviewLogOptions options)
    {
        Path = path;
        _clock = clock;
        _options = options;
        _weights = new WeightsReader(options.Scheduler);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The folder where events are exchanged with other devices, as the learner wrote it; null for none.</summary>
    public string? SyncFolder => _options.SyncFolder;

    /// <summary>The folder of the log's backups, which may not exist yet.</summary>
    public string BackupFolder => LogBackups.Folder(Path);

    /// <summary>Whether there is a log; one that cannot be reached is, so that reading it says why it cannot be read.</summary>
    private bool IsThere => ReviewLogFile.IsThere(Path);

    /// <summary>This moment, as an event of now would store it.</summary>
    public StudyMoment Now => new(_clock.GetLocalNow(), _options.DayStart);

    /// <summary>The study day of this moment.</summary>
    public int Today => Now.Day;

    /// <summary>
    /// A log in a file. Nothing is opened or created before it is needed, so that this never fails; reading does not create
    /// the file either.
    /// </summary>
    /// <param name="path">The file; see <see cref="DataFolder"/>.</param>
    /// <param name="clock">Tells the time and the local offset.</param>
    /// <param name="options">What can be set; null for the defaults.</param>
    public static ReviewLog Open(string path, TimeProvider clock, ReviewLogOptions? options = null) =>
        new(System.IO.Path.GetFullPath(path), clock, options ?? new ReviewLogOptions());

    /// <summary>
    /// Appends an event; when this returns, it is committed and synced. What the schedule makes of a review or a regrade is
    /// added: whether it counts, and when the item is due. A review that comes as practice stays practice.
    /// </summary>
    /// <param name="happened">What happened.</param>
    /// <param name="aim">What the deck wants.</param>
    /// <returns>The event as it stands in the log.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was appended.</exception>
    public LoggedEvent Append(ReviewEvent happened, DeckAim aim = default) =>
        Use(connection =>
        {
            BackUp(connection);
            using var transaction = LogTransaction.Write(connection);
            var logged = Append(connection, happened, aim);
            transaction.Commit();
            return logged;
        });

    /// <summary>
    /// Appends what one line of a session did, all or nothing, and keeps the session as it is then. Each is
    /// planned as a single one is.
    /// </summary>
    /// <param name="happened">What happened, each with what its deck wants.</param>
    /// <param name="session">
    /// Makes of the events what <see cref="ReadSession"/> is to give from now on: the session, or null when it has ended.
    /// Null leaves that alone.
    /// </param>
    /// <param name="sheet">The id of the sheet that the session is on; null for the terminal's.</param>
    /// <returns>The events as they stand in the log.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was appended.</exception>
    public ImmutableArray<LoggedEvent> AppendStep(
        IReadOnlyCollection<(ReviewEvent Happened, DeckAim Aim)> happened,
        Func<ImmutableArray<LoggedEvent>, string?>? session = null,
        string? sheet = null
    ) =>
        Use(connection =>
        {
            BackUp(connection);
            using var transaction = LogTransaction.Write(connection);
            ImmutableArray<LoggedEvent> logged = [.. happened.Select(one => Append(connection, one.Happened, one.Aim))];
            if (session is not null)
            {
                MetaTable.PutOrRemove(connection, MetaTable.SessionOf(sheet), session(logged));
            }

            transaction.Commit();
            return logged;
        });

    /// <summary>The event of an id; null where there is none.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public LoggedEvent? Find(Guid id) => IsThere ? Use(connection => EventTable.Find(connection, id)) : null;

    /// <summary>The session that was not ended, as it was kept; null where there is none.</summary>
    /// <param name="sheet">The id of the sheet that it is on; null for the terminal's.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public string? ReadSession(string? sheet = null) => ReadMeta(MetaTable.SessionOf(sheet));

    /// <summary>The sessions on sheets, as they were kept, by the ids of the sheets.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ImmutableArray<(string Sheet, string Session)> ReadSheets() => IsThere ? Use(MetaTable.FindSheets) : [];

    /// <summary>Appends events of one moment, all or none; for those that are no reviews.</summary>
    /// <returns>The events' ids, in their order.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was appended.</exception>
    public IReadOnlyList<Guid> AppendAll(IReadOnlyCollection<ReviewEvent> happened) =>
        Use(connection =>
        {
            BackUp(connection);
            using var transaction = LogTransaction.Write(connection);
            var moment = Stamp(new ReviewEvent { Kind = ReviewEventKind.Seen });
            var touched = new HashSet<string>(StringComparer.Ordinal);
            var ids = new List<Guid>(happened.Count);
            foreach (var one in happened)
            {
                ids.Add(Guid.CreateVersion7(moment.Time));
                EventTable.Add(connection, moment with { Id = ids[^1], Event = one });
                Touch(connection, one, touched);
            }

            Refold(connection, touched, happened.Any(KeepsWeights));
            transaction.Commit();
            return ids;
        });

    /// <summary>Appends a reset for each of some items, all of them or none.</summary>
    /// <param name="items">The items' keys.</param>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was appended.</exception>
    public void Reset(IReadOnlyCollection<string> items) =>
        AppendAll([.. items.Select(item => new ReviewEvent { Kind = ReviewEventKind.Reset, Item = item })]);

    /// <summary>What the log says of where histories are, in the order of time and id.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public IReadOnlyList<IdentityEvent> ReadIdentity() =>
        IsThere ? Use(connection => EventTable.ReadIdentity(connection).ToList()) : [];

    /// <summary>What an answer of now would do to the schedule.</summary>
    /// <param name="item">The item's key.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="family">Whose weights say what it does.</param>
    /// <param name="aim">What the deck wants.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public AnswerPlan Plan(string item, Grade grade, WeightsFamily family, DeckAim aim = default) =>
        IsThere
            ? Use(connection => PlannerOf(connection, aim).Plan(item, grade, family, Now))
            : AnswerPlan.Of(
                item,
                ItemState.New,
                grade,
                Now,
                new LearnerSchedulers(LearnerFsrs.Default, _options.Scheduler).For(aim)[family],
                _ => 0
            );

    /// <summary>What another grade would have done in the place of a review's own.</summary>
    /// <param name="review">The id of the review's event.</param>
    /// <param name="grade">The other grade.</param>
    /// <param name="aim">What the deck wants.</param>
    /// <returns>Null where the log has no such review.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public AnswerPlan? PlanRegrade(Guid review, Grade grade, DeckAim aim = default) =>
        IsThere ? Use(connection => PlannerOf(connection, aim).PlanRegrade(review, grade)) : null;

    /// <summary>What the log knows of all items; kept, and brought up to date by what changed since.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ItemStates ReadItemStates() =>
        IsThere ? Use(connection => _states = ReadStates(connection, _states)) : ItemStates.None;

    /// <summary>The weights in force.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public WeightsInForce ReadWeights() => IsThere ? Use(_weights.Read) : WeightsInForce.Default;

    /// <summary>What came to the log since its states were read, be it by another reader of it.</summary>
    /// <param name="known">The states.</param>
    /// <returns>Null where that cannot be told: then all may be otherwise.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public LogNews? ReadNews(ItemStates known) => IsThere ? Use(connection => ReadNews(connection, known)) : null;

    /// <summary>The items that were missed in the last exam.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public IReadOnlySet<string> ReadExamMisses() =>
        IsThere
            ? Use(connection => EventTable.ReadExamMisses(connection).ToHashSet(StringComparer.Ordinal))
            : ImmutableHashSet<string>.Empty;

    /// <summary>All events in the order of time and id.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ImmutableArray<LoggedEvent> ReadAll() =>
        IsThere ? Use(connection => EventTable.ReadAll(connection).ToImmutableArray()) : [];

    /// <summary>Hands out all events in the order in which they came here, without holding them all or the log.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public long Visit(Action<LoggedEvent> visit)
    {
        var (count, row) = (0L, 0L);
        while (ReadAfter(row, limit: 10_000) is [.., var last] rows)
        {
            (count, row) = (count + rows.Count, last.Row);
            rows.ForEach(one => visit(one.Logged));
        }

        return count;
    }

    /// <summary>
    /// Reads the events of some items, each with those that it has from other items, in the order of time and id.
    /// </summary>
    /// <param name="items">The items' keys, each once.</param>
    /// <param name="make">Makes something of an item's events.</param>
    /// <returns>That, by the items' keys.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public IReadOnlyDictionary<string, T> ReadHistories<T>(
        IEnumerable<string> items,
        Func<IReadOnlyList<LoggedEvent>, T> make
    ) =>
        IsThere
            ? Use(connection =>
            {
                var histories = new ItemHistories(connection);
                return items.ToDictionary(item => item, item => make(histories.EventsOf(item)), StringComparer.Ordinal);
            })
            : ImmutableDictionary<string, T>.Empty;

    /// <summary>The keys of all items that have events.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public IReadOnlyList<string> ReadItems() =>
        IsThere ? Use(connection => EventTable.ReadItems(connection).ToList()) : [];

    /// <summary>What an item said when it was last seen, as the <c>seen</c> event holds it; null where there is none.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public string? ReadSeen(string item) => IsThere ? Use(connection => EventTable.FindSeen(connection, item)) : null;

    /// <summary>
    /// Takes in events of an export: those that are there already, by their ids, stay. What was forgotten comes back.
    /// </summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written; nothing was taken in.</exception>
    public int Import(IReadOnlyCollection<LoggedEvent> events) =>
        Import(events, (_, _) => true, (connection, logged) => MetaTable.Recall(connection, logged.Id));

    /// <summary>The events that make the states of some items, those that they have from other items included.</summary>
    /// <param name="items">The items' keys.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public int CountHistory(IEnumerable<string> items) =>
        IsThere ? Use(connection => HistoryIds(connection, items).Count) : 0;

    /// <summary>
    /// Deletes all events that make the states of some items, those that they have from other items included, after a
    /// backup. A sync folder does not bring them back.
    /// </summary>
    /// <param name="items">The items' keys.</param>
    /// <returns>How many events were deleted, and the file of the backup.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written, or not be backed up; nothing was deleted.</exception>
    public (int Events, string Backup) Forget(IReadOnlyCollection<string> items) =>
        Use(connection =>
        {
            var backup = LogBackups.BeforeForgetting(connection, Path, _clock.GetLocalNow());
            using var transaction = LogTransaction.Write(connection);
            var ids = HistoryIds(connection, items);
            var touched = new HashSet<string>(items, StringComparer.Ordinal);
            foreach (var id in ids)
            {
                Touch(connection, EventTable.Find(connection, id)!.Event, touched);
            }

            foreach (var id in ids)
            {
                EventTable.Remove(connection, id);
                MetaTable.Forget(connection, id);
            }

            // Rows of deleted events are used again: what was written to sync folders must be found out anew, and an exchange
            // that runs in another process must not keep what it knew of them.
            MetaTable.RemoveAll(connection, SyncMarks.Prefix);
            MetaTable.Put(connection, MetaTable.LastForgetting, $"{Guid.NewGuid():D}");

            // It holds what the learner typed.
            MetaTable.RemoveAll(connection, MetaTable.Session);
            Refold(connection, touched, hasWeights: false);
            transaction.Commit();
            return (ids.Count, backup);
        });

    /// <summary>Replays all events and compares what they make of each item with what is kept.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public LogVerification Verify() => IsThere ? Use(Verify) : LogVerification.Empty;

    /// <summary>Makes all states anew from the events.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Rebuild() =>
        Use(connection =>
        {
            using var transaction = LogTransaction.Write(connection);
            ItemRebuild.Run(connection, _weights.ReadSchedulers(connection));
            transaction.Commit();
            return true;
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    /// <summary>The device's id; null while there is no log.</summary>
    internal string? ReadDevice() => IsThere ? Use(connection => MetaTable.Find(connection, MetaTable.Device)) : null;

    /// <summary>What the log knows of itself under a key; null where it is nothing.</summary>
    internal string? ReadMeta(string key) => IsThere ? Use(connection => MetaTable.Find(connection, key)) : null;

    /// <summary>Keeps that, if nothing was forgotten since.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">What to keep.</param>
    /// <param name="lastForgetting">What stood under <see cref="MetaTable.LastForgetting"/> when the value was begun.</param>
    internal void WriteMeta(string key, string value, string? lastForgetting) =>
        Use(connection =>
        {
            using var transaction = LogTransaction.Write(connection);
            if (MetaTable.Find(connection, MetaTable.LastForgetting) == lastForgetting)
            {
                MetaTable.Put(connection, key, value);
            }

            transaction.Commit();
            return true;
        });

    /// <summary>The events that came after a row; see <see cref="EventTable.ReadAfter"/>.</summary>
    internal List<(long Row, LoggedEvent Logged)> ReadAfter(long row, int limit = int.MaxValue) =>
        IsThere ? Use(connection => EventTable.ReadAfter(connection, row, limit).ToList()) : [];

    /// <summary>Takes in events of other devices, but for those that the learner forgot here.</summary>
    /// <returns>How many were new.</returns>
    internal int TakeIn(IReadOnlyCollection<LoggedEvent> events) =>
        Import(events, (connection, logged) => !MetaTable.IsForgotten(connection, logged.Id), (_, _) => { });

    private int Import(
        IReadOnlyCollection<LoggedEvent> events,
        Func<SqliteConnection, LoggedEvent, bool> isWanted,
        Action<SqliteConnection, LoggedEvent> onNew
    ) => events.Count == 0 ? 0 : Use(connection => Import(connection, events, isWanted, onNew));

    private int Import(
        SqliteConnection connection,
        IReadOnlyCollection<LoggedEvent> events,
        Func<SqliteConnection, LoggedEvent, bool> isWanted,
        Action<SqliteConnection, LoggedEvent> onNew
    )
    {
        BackUp(connection);
        using var transaction = LogTransaction.Write(connection);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        var hasWeights = false;
        foreach (var logged in events)
        {
            // Within the transaction, as somebody may forget it at any time.
            if (isWanted(connection, logged) && EventTable.Add(connection, logged))
            {
                count++;
                hasWeights |= KeepsWeights(logged.Event);
                onNew(connection, logged);
                Touch(connection, logged.Event, touched);
            }
        }

        Refold(connection, touched, hasWeights);
        transaction.Commit();
        return count;
    }

    private static HashSet<Guid> HistoryIds(SqliteConnection connection, IEnumerable<string> items)
    {
        var histories = new ItemHistories(connection);
        return [.. items.SelectMany(histories.Of).Select(change => change.Id)];
    }

    private T Use<T>(Func<SqliteConnection, T> work)
    {
        lock (_lock)
        {
            try
            {
                _connection ??= ReviewLogFile.Open(Path, _options);
                return work(_connection);
            }
            catch (InvalidDataException e)
            {
                throw new ReviewLogException(
                    $"The review log {Path} holds an event of an unknown kind, \"{e.Message}\". Update wsgilsp.",
                    e
                );
            }
            catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw ReviewLogFailure.Explain(Path, e);
            }
            catch (Exception e)
                when (e is FormatException or InvalidCastException or OverflowException or ArgumentOutOfRangeException)
            {
                // A row holds what no program wrote.
                throw ReviewLogFailure.Damaged(Path, e);
            }
        }
    }

    /// <summary>One copy a day. Where that fails, studying goes on: the log itself is what matters.</summary>
    private void BackUp(SqliteConnection connection)
    {
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
        if (_backedUp == today || !EventTable.Any(connection))
        {
            return;
        }

        try
        {
            LogBackups.EachDay(connection, Path, today);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            // A full disk tells itself at the next append.
        }

        _backedUp = today;
    }

    private LogVerification Verify(SqliteConnection connection)
    {
        var schedulers = _weights.ReadSchedulers(connection);
        var histories = new ItemHistories(connection);
        var wrong = ImmutableArray.CreateBuilder<string>();
        var items = 0;
        foreach (var item in EventTable.ReadItems(connection).Union(ItemTable.ReadItems(connection)))
        {
            items++;
            if (ItemFold.Of(histories.Of(item), schedulers) != ItemTable.Find(connection, item))
            {
                wrong.Add(item);
            }
        }

        return new LogVerification(
            EventTable.Count(connection),
            items,
            wrong.ToImmutable(),
            connection.Scalar<string>("PRAGMA integrity_check")
        );
    }

    private LoggedEvent Append(SqliteConnection connection, ReviewEvent happened, DeckAim aim)
    {
        var logged = PlannerOf(connection, aim).Plan(Stamp(happened));
        EventTable.Add(connection, logged);
        Fold(connection, logged);
        return logged;
    }

    private AnswerPlanner PlannerOf(SqliteConnection connection, DeckAim aim) =>
        new(connection, _options.DayStart, _weights.ReadSchedulers(connection), aim);

    private LoggedEvent Stamp(ReviewEvent happened)
    {
        var now = _clock.GetLocalNow();
        var time = DateTimeOffset.FromUnixTimeMilliseconds(NextTime(now.ToUnixTimeMilliseconds())).ToOffset(now.Offset);
        _device ??= MetaTable.Find(_connection!, MetaTable.Device)!;
        return new LoggedEvent(
            Guid.CreateVersion7(time),
            time,
            StudyDay.Of(time, _options.DayStart),
            _device,
            happened
        );
    }

    /// <summary>
    /// The time to log: events within one millisecond get successive ones, because ids order them by time only. A clock
    /// that was set back is believed.
    /// </summary>
    private long NextTime(long now) => _lastTime = now <= _lastTime && _lastTime - now < 1000 ? _lastTime + 1 : now;

    private ItemStates ReadStates(SqliteConnection connection, ItemStates? known)
    {
        if (known is not null && ReadNews(connection, known) is { } news)
        {
            return news.States;
        }

        using var moment = LogTransaction.Read(connection);
        return ItemStates.Read(ItemTable.ReadAll(connection), LogMark.Of(connection), _weights.Read(connection).Fsrs);
    }

    private static LogNews? ReadNews(SqliteConnection connection, ItemStates known)
    {
        using var moment = LogTransaction.Read(connection);
        var mark = LogMark.Of(connection);
        if (!mark.Follows(connection, known.Mark))
        {
            return null;
        }

        var changed = ItemTable.ReadSince(connection, known.Mark.Change).ToList();
        return new LogNews(
            known.With(changed, mark),
            changed.Select(one => one.Key).ToHashSet(StringComparer.Ordinal),
            EventTable.HasIdentityAfter(connection, known.Mark.Row)
        );
    }

    /// <summary>Brings states up to an event that was appended.</summary>
    private void Fold(SqliteConnection connection, LoggedEvent logged)
    {
        var histories = new ItemHistories(connection);
        if (
            ItemFold.IsStep(logged.Event.Kind)
            && logged.Event.Item is { } item
            && histories.AreOwn(item)
            && EventTable.IsLast(connection, item, logged)
        )
        {
            var state = ItemFold.Next(
                ItemTable.Find(connection, item),
                HistoryEvent.Of(logged),
                _weights.ReadSchedulers(connection)
            );
            ItemTable.Put(connection, item, state);
            return;
        }

        var touched = new HashSet<string>(StringComparer.Ordinal);
        Touch(connection, logged.Event, touched);
        Refold(connection, touched, KeepsWeights(logged.Event), histories);
    }

    private static bool KeepsWeights(ReviewEvent happened) => happened.Kind == ReviewEventKind.Weights;

    /// <summary>
    /// Makes the states of some items anew, and of those that have events of them; where weights were kept, those of all.
    /// </summary>
    private void Refold(
        SqliteConnection connection,
        HashSet<string> touched,
        bool hasWeights,
        ItemHistories? known = null
    )
    {
        if (hasWeights)
        {
            ItemRebuild.Run(connection, _weights.ReadSchedulers(connection));
            return;
        }

        if (touched.Count == 0)
        {
            return;
        }

        var histories = known ?? new ItemHistories(connection);
        var schedulers = _weights.ReadSchedulers(connection);
        foreach (var item in touched.SelectMany(histories.Heirs).ToHashSet(StringComparer.Ordinal))
        {
            ItemTable.Put(connection, item, ItemFold.Of(histories.Of(item), schedulers));
        }
    }

    private static void Touch(SqliteConnection connection, ReviewEvent happened, HashSet<string> touched)
    {
        if (happened is { Item: { } item, Kind: not ReviewEventKind.Seen })
        {
            touched.Add(item);
        }

        var attached = happened switch
        {
            { Kind: ReviewEventKind.Attach } => happened,
            { Kind: ReviewEventKind.Detach, Target: { } target } => EventTable.Find(connection, target)?.Event,
            _ => null,
        };
        if (attached is { Item: { } heir, Given: { } origin })
        {
            touched.Add(heir);
            touched.Add(origin);
        }
    }
}
