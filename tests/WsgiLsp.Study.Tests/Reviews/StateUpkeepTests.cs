using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

/// <summary>States are kept up step by step, and a rebuild takes another way: each must say what a replay says.</summary>
public class StateUpkeepTests
{
    private static readonly string[] Items = ["deck/a", "deck/b", "deck/c"];

    private static readonly Gen<Happening[]> Years = Gen.ArrayOf(
        from kind in Gen.Frequency(
            (8, Gen.Constant(ReviewEventKind.Review)),
            (3, Gen.Elements(ReviewEventKind.Undo, ReviewEventKind.Regrade)),
            (2, Gen.Elements(ReviewEventKind.Attach, ReviewEventKind.Detach)),
            (2, Gen.Elements(Enum.GetValues<ReviewEventKind>()))
        )
        from item in Gen.Elements(Items)
        from other in Gen.Elements(Items)
        from grade in Gen.Elements(Enum.GetValues<Grade>())
        from target in Gen.Choose(0, 40)
        from hours in Gen.Frequency((6, Gen.Choose(0, 90)), (1, Gen.Constant(0)), (1, Gen.Choose(-200, 0)))
        select new Happening(kind, item, other, grade, target, hours)
    );

    [Fact]
    public void Whatever_happens_kept_states_are_what_a_replay_makes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(40), Prop.ForAll(Arb.From(Years), AreSound));

    /// <summary>Who reads on must notice: what came since the backup was made is another history now.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void States_of_a_log_that_a_backup_replaced_are_read_anew(int answersSince)
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2026-03-01T10:00:00+01:00");
        var backup = folder.LogPath + "-backup";
        Answer("deck/a");
        File.Copy(folder.LogPath, backup);
        Answer("deck/b");
        ItemStates known;
        using (var reader = Log())
        {
            known = reader.ReadItemStates();
        }

        File.Move(backup, folder.LogPath, overwrite: true);
        for (var i = 0; i < answersSince; i++)
        {
            Answer("deck/c");
        }

        using var other = Log();
        Assert.Null(other.ReadNews(known));
        Assert.True(other.ReadItemStates()["deck/b"].IsNew);

        ReviewLog Log() => ReviewLog.Open(folder.LogPath, clock);

        void Answer(string item)
        {
            using var log = Log();
            log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = item,
                    Grade = Grade.Good,
                }
            );
        }
    }

    [Fact]
    public void What_was_forgotten_leaves_nothing_to_read_on_from()
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2026-03-01T10:00:00+01:00");
        using var log = ReviewLog.Open(folder.LogPath, clock);
        log.AppendAll([.. Items.Select(item => new ReviewEvent { Kind = ReviewEventKind.Peek, Item = item })]);
        var known = log.ReadItemStates();
        log.Forget([Items[0]]);

        Assert.Null(log.ReadNews(known));
        Assert.Null(log.ReadItemStates()[Items[0]].PeekTime);
        Assert.NotNull(log.ReadNews(log.ReadItemStates()));
    }

    [Fact]
    public void However_much_came_since_the_first_reading_all_of_it_is_known()
    {
        using var folder = new TestFolder();
        using var log = ReviewLog.Open(folder.LogPath, TestClock.At("2026-03-01T10:00:00+01:00"));
        Peek(0, 10);
        var first = log.ReadItemStates();
        Peek(5, 1_500);

        Assert.Equal(1_505, log.ReadItemStates().Known.Count(known => known.Value.PeekTime is not null));
        Assert.Equal(10, first.Known.Count());

        void Peek(int from, int count) =>
            log.AppendAll([
                .. Enumerable
                    .Range(from, count)
                    .Select(item => new ReviewEvent { Kind = ReviewEventKind.Peek, Item = $"deck/{item}" }),
            ]);
    }

    private static bool AreSound(Happening[] year)
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2026-03-01T10:00:00+01:00");
        using var log = ReviewLog.Open(folder.LogPath, clock);
        using var other = ReviewLog.Open(folder.LogPath, clock);
        var logged = new List<LoggedEvent>();
        foreach (var happening in year)
        {
            clock.Pass(TimeSpan.FromHours(happening.Hours));
            logged.Add(log.Append(happening.Event(logged)));
            if (happening.Target % 3 == 0)
            {
                // It keeps them, and is to be told only of what changes from now on.
                other.ReadItemStates();
            }
        }

        var areKept = log.Verify().IsSound && KnowsAll(other) && CountsAreRight(folder.LogPath);
        log.Rebuild();
        return areKept && log.Verify().IsSound && KnowsAll(other) && CountsAreRight(folder.LogPath);

        bool KnowsAll(ReviewLog reader)
        {
            using var fresh = ReviewLog.Open(folder.LogPath, clock);
            var all = fresh.ReadItemStates();
            var known = reader.ReadItemStates();
            var days = all.Known.SelectMany(one => new[] { one.Value.FirstDay, one.Value.LastDay }).OfType<int>();
            return Items.All(item => known[item] == all[item] && known.Has(item) == all.Has(item))
                && AreSame(known.Known, all.Known)
                && AreSame(known.OnSteps, all.Known.Where(one => one.Value.DueTime is not null))
                && days.Distinct()
                    .All(day =>
                        AreSame(
                            known.AnsweredOn(day),
                            all.Known.Where(one => one.Value.FirstDay == day || one.Value.LastDay == day)
                        )
                    );
        }
    }

    private static bool AreSame(
        IEnumerable<KeyValuePair<string, ItemState>> some,
        IEnumerable<KeyValuePair<string, ItemState>> others
    ) => some.OrderBy(one => one.Key).SequenceEqual(others.OrderBy(one => one.Key));

    /// <summary>Whether the table of days says how many items are due on each.</summary>
    private static bool CountsAreRight(string path)
    {
        if (!File.Exists(path))
        {
            return true;
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection.Scalar<long>(
                """
                SELECT count(*) FROM (
                  SELECT day, items FROM items_due WHERE items <> 0
                  EXCEPT SELECT due_day, count(*) FROM items WHERE due_day IS NOT NULL GROUP BY due_day
                )
                """
            ) == 0
            && connection.Scalar<long>("SELECT coalesce(sum(items), 0) FROM items_due")
                == connection.Scalar<long>("SELECT count(*) FROM items WHERE due_day IS NOT NULL");
    }

    private sealed record Happening(ReviewEventKind Kind, string Item, string Other, Grade Grade, int Target, int Hours)
    {
        public ReviewEvent Event(List<LoggedEvent> before)
        {
            var target = Target < before.Count ? before[Target] : null;
            return new ReviewEvent
            {
                Kind = Kind,
                Item =
                    Kind is ReviewEventKind.Undo or ReviewEventKind.Regrade && target is not null
                        ? target.Event.Item
                        : Item,
                Target = target?.Id,
                Grade = Kind is ReviewEventKind.Review or ReviewEventKind.Regrade ? Grade : null,
                Given = Kind is ReviewEventKind.Attach or ReviewEventKind.DueNow && Other != Item ? Other : null,
            };
        }
    }
}
