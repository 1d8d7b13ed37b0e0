using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features.Learning;

public class DueAlarmTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Times are seconds from the start.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("600", "600")]
    [InlineData("0", "")]
    // Once a minute.
    [InlineData("600 601 659 660", "600 660")]
    [InlineData("600 650 700", "600 660 720")]
    [InlineData("10 100", "10 100")]
    // Longer than any timer waits.
    [InlineData("20000", "20000")]
    public void It_rings_when_something_falls_due(string due, string rung)
    {
        var clock = new ManualClock(Start);
        var heard = new List<double>();
        using var alarm = AlarmOf(clock, due, heard);
        alarm.Set();
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(rung, string.Join(' ', heard));
        Assert.Equal(0, clock.Waiting);
    }

    [Fact]
    public void It_waits_for_nothing_before_it_is_set_and_after_its_end()
    {
        var clock = new ManualClock(Start);
        var heard = new List<double>();
        var alarm = AlarmOf(clock, "600 6000", heard);
        Assert.Equal(0, clock.Waiting);
        alarm.Set();
        clock.Pass(TimeSpan.FromSeconds(601));
        Assert.Equal([600], heard);
        alarm.Dispose();
        alarm.Set();
        Assert.Equal(0, clock.Waiting);
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal([600], heard);
    }

    [Fact]
    public void What_has_come_while_it_rests_is_not_forgotten_when_it_is_set_again()
    {
        var clock = new ManualClock(Start);
        var heard = new List<double>();
        using var alarm = AlarmOf(clock, "600 620", heard);
        alarm.Set();
        clock.Pass(TimeSpan.FromSeconds(630));
        alarm.Set();
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal([600, 660], heard);
    }

    [Fact]
    public void What_falls_due_earlier_than_was_known_is_rung_for_once_it_is_set()
    {
        var clock = new ManualClock(Start);
        var heard = new List<double>();
        var due = Start.AddHours(10);
        using var alarm = new DueAlarm(clock, now => due > now ? due : null, () => heard.Add(Seconds(clock)));
        alarm.Set();
        due = Start.AddMinutes(5);
        alarm.Set();
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal([300], heard);
    }

    private static DueAlarm AlarmOf(ManualClock clock, string due, List<double> heard)
    {
        List<DateTimeOffset> times =
        [
            .. due.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Start.AddSeconds(int.Parse(text))),
        ];
        return new DueAlarm(
            clock,
            now => times.Where(time => time > now).Select(time => (DateTimeOffset?)time).Min(),
            () => heard.Add(Seconds(clock))
        );
    }

    private static double Seconds(ManualClock clock) => (clock.GetUtcNow() - Start).TotalSeconds;
}
