using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

/// <summary>Learners travel, summer time begins and ends, and clocks are set right or wrong.</summary>
public class ClockTests
{
    private const string Item = "deck/card";

    /// <summary>Hours that pass, hours by which the clock is set wrong or right, the offset then, and a grade.</summary>
    private static readonly Gen<(int Hours, int Set, int Offset, Grade Grade)[]> Journeys = Gen.ArrayOf(
        from hours in Gen.Choose(0, 60)
        from set in Gen.Frequency(
            (4, Gen.Constant(0)),
            (1, Gen.Elements(-1, 1)),
            (1, Gen.Choose(-100, 100)),
            (1, Gen.Constant(-24 * 400))
        )
        from offset in Gen.Choose(-11, 14)
        from grade in Gen.Elements(Grade.Again, Grade.Hard, Grade.Good, Grade.Easy)
        select (hours, set, offset, grade)
    );

    /// <summary>Of an item that was learned at the first moment and is asked for at the second.</summary>
    [Theory]
    // Summer time begins: the night is an hour short, and the study day begins at four all the same.
    [InlineData("2026-03-28T23:30:00+01:00", "2026-03-29T03:59:59+02:00", false)]
    [InlineData("2026-03-28T22:30:00+01:00", "2026-03-29T04:00:00+02:00", true)]
    // It ends: half past two is there twice.
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-25T02:31:00+01:00", false)]
    [InlineData("2026-10-24T22:30:00+02:00", "2026-10-25T03:59:59+01:00", false)]
    [InlineData("2026-10-24T22:30:00+02:00", "2026-10-25T04:00:00+01:00", true)]
    // Over the date line to the east and to the west, an hour later.
    [InlineData("2026-06-10T12:00:00-11:00", "2026-06-11T14:00:00+14:00", true)]
    [InlineData("2026-06-11T12:00:00+14:00", "2026-06-10T12:00:00-11:00", false)]
    // The clock was a year ahead, and is set right.
    [InlineData("2027-06-10T12:00:00+02:00", "2026-06-10T12:05:00+02:00", false)]
    public void What_is_due_tomorrow_is_due_on_the_next_study_day(string learned, string asked, bool isDue)
    {
        using var folder = new TestFolder();
        var clock = TestClock.At(learned);
        using var log = ReviewLog.Open(folder.LogPath, clock);
        Answer(log, Grade.Good);
        clock.Pass(TimeSpan.FromMinutes(10));
        Answer(log, Grade.Hard);
        Answer(log, Grade.Good);
        var state = log.ReadItemStates()[Item];
        Assert.Equal(LearningPhase.Review, state.Schedule.Phase);

        // As if the interval were one day, whatever the weights say.
        var tomorrow = state with
        {
            DueDay = state.LastDay + 1,
        };
        clock.Now = DateTimeOffset.Parse(asked);

        Assert.Equal(isDue, tomorrow.IsDueAt(log.Now.Day, log.Now.Milliseconds));
    }

    [Fact]
    public void Elapsed_time_is_never_negative_and_nothing_is_due_twice_a_day() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(25),
            Prop.ForAll(Arb.From(Journeys), IsRight)
        );

    private static bool IsRight((int Hours, int Set, int Offset, Grade Grade)[] journey)
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2026-03-01T10:00:00+01:00");
        using var log = ReviewLog.Open(folder.LogPath, clock);
        Answer(log, Grade.Easy);
        var lastDue = int.MinValue;
        foreach (var (hours, set, offset, grade) in journey)
        {
            clock.Now = clock.Now.AddHours(hours + set).ToOffset(TimeSpan.FromHours(offset));
            var before = log.ReadItemStates()[Item];
            var now = log.Now;
            if (!before.Schedule.IsOnStep && before.IsDueAt(now.Day, now.Milliseconds))
            {
                if (now.Day <= lastDue)
                {
                    return false;
                }

                lastDue = now.Day;
            }

            var answer = Answer(log, grade).Event;
            var after = log.ReadItemStates()[Item].Schedule.Memory;
            if (
                answer.ElapsedDays < 0
                || answer.RawInterval < 0
                || answer.DueDay < now.Day
                || !double.IsFinite(after.Stability)
                || after.Stability <= 0
                || after.Difficulty is < 1 or > 10
            )
            {
                return false;
            }
        }

        return log.Verify().IsSound;
    }

    private static LoggedEvent Answer(ReviewLog log, Grade grade) =>
        log.Append(
            new()
            {
                Kind = ReviewEventKind.Review,
                Item = Item,
                Grade = grade,
            }
        );
}
