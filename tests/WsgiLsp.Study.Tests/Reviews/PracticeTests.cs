using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

/// <summary>Free repeats of a day leave the memory that the day's first answer made.</summary>
public class PracticeTests
{
    private const string Item = "deck/card";

    /// <summary>Days between earlier answers, the grade of the day's first, then practice: minutes and grades.</summary>
    private static readonly Gen<(int[] Gaps, Grade First, (int Minutes, Grade Grade)[] Practice)> Days =
        from gaps in Gen.ArrayOf(Gen.Choose(1, 40))
        from first in Gen.Elements(Grade.Hard, Grade.Good, Grade.Easy)
        from practice in Gen.ArrayOf(
            from minutes in Gen.Choose(0, 25)
            from grade in Gen.Elements(Grade.Hard, Grade.Good, Grade.Easy)
            select (minutes, grade)
        )
        select (gaps, first, practice);

    [Fact]
    public void Practice_leaves_the_memory_as_the_first_answer_of_the_day_left_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(15),
            Prop.ForAll(Arb.From(Days), day => IsLeft(day.Gaps, day.First, day.Practice))
        );

    [Fact]
    public void A_miss_counts_once_a_day()
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2026-03-01T05:00:00+01:00");
        using var log = ReviewLog.Open(folder.LogPath, clock);
        Learn(log, clock, [3, 10]);
        Answer(log, clock, Grade.Good);
        Assert.NotEqual(true, Answer(log, clock, Grade.Again).Event.Practice);

        // It is on its relearning step now; when it has left it, nothing more counts.
        Answer(log, clock, Grade.Good);
        var relearned = MemoryOf(log);
        foreach (var grade in new[] { Grade.Again, Grade.Easy, Grade.Again, Grade.Good })
        {
            Assert.Equal(true, Answer(log, clock, grade).Event.Practice);
            Assert.Equal(relearned, MemoryOf(log));
        }
    }

    private static bool IsLeft(int[] gaps, Grade first, (int Minutes, Grade Grade)[] practice)
    {
        using var folder = new TestFolder();

        // The study day has just begun, so that all of the practice is in it.
        var clock = TestClock.At("2026-03-01T04:00:00+01:00");
        using var log = ReviewLog.Open(folder.LogPath, clock);
        Learn(log, clock, gaps);
        Answer(log, clock, first);
        var (memory, due) = (MemoryOf(log), log.ReadItemStates()[Item].DueDay);
        var arePractice = true;
        foreach (var (minutes, grade) in practice)
        {
            clock.Pass(TimeSpan.FromMinutes(minutes));
            arePractice &= Answer(log, clock, grade).Event.Practice == true;
        }

        return arePractice && MemoryOf(log) == memory && log.ReadItemStates()[Item].DueDay == due;
    }

    /// <summary>Brings the item into review, and to a day on which it was not answered yet.</summary>
    private static void Learn(ReviewLog log, TestClock clock, int[] gaps)
    {
        Answer(log, clock, Grade.Easy);
        foreach (var gap in gaps)
        {
            clock.Pass(TimeSpan.FromDays(gap));
            Answer(log, clock, Grade.Good);
        }

        clock.Pass(TimeSpan.FromDays(1));
    }

    private static LoggedEvent Answer(ReviewLog log, TestClock clock, Grade grade)
    {
        clock.Pass(TimeSpan.FromSeconds(20));
        return log.Append(
            new()
            {
                Kind = ReviewEventKind.Review,
                Item = Item,
                Grade = grade,
            }
        );
    }

    private static MemoryState MemoryOf(ReviewLog log) => log.ReadItemStates()[Item].Schedule.Memory;
}
