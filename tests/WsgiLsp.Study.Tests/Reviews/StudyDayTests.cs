using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

public class StudyDayTests
{
    [Theory]
    [InlineData("1970-01-01T04:00:00+00:00", 0)]
    [InlineData("1970-01-01T03:59:59.999+00:00", -1)]
    [InlineData("1970-01-02T03:59:59.999+00:00", 0)]
    [InlineData("2026-03-01T03:59:59+02:00", 20_512)]
    [InlineData("2026-03-01T04:00:00+02:00", 20_513)]
    [InlineData("2026-03-01T03:59:59-11:00", 20_512)]
    [InlineData("2026-03-01T04:00:00+14:00", 20_513)]
    [InlineData("2026-03-01T23:59:59-11:00", 20_513)]
    public void A_study_day_begins_at_four_local_time(string time, int day) =>
        Assert.Equal(day, StudyDay.Of(DateTimeOffset.Parse(time), StudyDay.DefaultStart));

    [Theory]
    [InlineData("2026-03-01T03:59:59+00:00", "04:00", "2026-03-01T04:00:00+00:00")]
    [InlineData("2026-03-01T04:00:00+00:00", "04:00", "2026-03-02T04:00:00+00:00")]
    [InlineData("2026-03-01T23:00:00+00:00", "00:00", "2026-03-02T00:00:00+00:00")]
    [InlineData("2026-03-01T23:00:00+00:00", "1.00:00", "2026-03-02T00:00:00+00:00")]
    public void The_next_one_begins_where_the_number_goes_up(string time, string start, string next)
    {
        var (now, begin) = (DateTimeOffset.Parse(time), TimeSpan.Parse(start));
        var found = StudyDay.NextStart(now, begin, TimeZoneInfo.Utc);
        Assert.Equal(DateTimeOffset.Parse(next), found);
        Assert.Equal(StudyDay.Of(now, begin) + 1, StudyDay.Of(found, begin));
        Assert.Equal(StudyDay.Of(now, begin), StudyDay.Of(found.AddTicks(-1), begin));
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00+01:00", "2026-03-29T04:00:00+02:00")]
    [InlineData("2026-10-24T12:00:00+02:00", "2026-10-25T04:00:00+01:00")]
    public void It_begins_by_the_clocks_of_the_place(string time, string next)
    {
        var from = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 2, 0, 0),
            3,
            5,
            DayOfWeek.Sunday
        );
        var to = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 3, 0, 0),
            10,
            5,
            DayOfWeek.Sunday
        );
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            from,
            to
        );
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test", "test", [summer]);
        Assert.Equal(
            DateTimeOffset.Parse(next),
            StudyDay.NextStart(DateTimeOffset.Parse(time), StudyDay.DefaultStart, zone)
        );
    }

    [Theory]
    [InlineData("00:00", "2026-03-01T00:00:00+01:00", 20_513)]
    [InlineData("06:30", "2026-03-01T06:29:00+01:00", 20_512)]
    [InlineData("06:30", "2026-03-01T06:30:00+01:00", 20_513)]
    public void Its_begin_is_a_setting(string start, string time, int day) =>
        Assert.Equal(day, StudyDay.Of(DateTimeOffset.Parse(time), TimeSpan.Parse(start)));
}
