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
    [InlineData("00:00", "2026-03-01T00:00:00+01:00", 20_513)]
    [InlineData("06:30", "2026-03-01T06:29:00+01:00", 20_512)]
    [InlineData("06:30", "2026-03-01T06:30:00+01:00", 20_513)]
    public void Its_begin_is_a_setting(string start, string time, int day) =>
        Assert.Equal(day, StudyDay.Of(DateTimeOffset.Parse(time), TimeSpan.Parse(start)));
}
