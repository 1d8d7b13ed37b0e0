using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class NumberTextTests
{
    [Theory]
    [InlineData("1000", "1,000", 0, true)]
    [InlineData("1,000", "1000", 0, true)]
    [InlineData("1000", "1 000", 0, true)]
    [InlineData("1000000", "1_000_000", 0, true)]
    [InlineData("1000", "1,00", 0, false)]
    [InlineData("1000", "1,000,00", 0, false)]
    [InlineData("1000", "1,0000", 0, false)]
    [InlineData("1234.5", "1,234.50", 0, true)]
    [InlineData("0.5", ".5", 0, true)]
    [InlineData("5", "5.", 0, true)]
    [InlineData("5", "05", 0, true)]
    [InlineData("-40", "−40", 0, true)]
    [InlineData("40", "-40", 0, false)]
    [InlineData("40", "+40", 0, true)]
    [InlineData("1000000", "1e6", 0, true)]
    [InlineData("1e-40", "2e-40", 0, false)]
    [InlineData("9223372036854775807", "9,223,372,036,854,775,807", 0, true)]
    [InlineData("9223372036854775807", "9223372036854775808", 0, false)]
    [InlineData("0.3", "0.4", 0.1, true)]
    [InlineData("0.3", "0.41", 0.1, false)]
    [InlineData("100", "95", 5, true)]
    [InlineData("100", "94.9", 5, false)]
    [InlineData("1e30", "1.1e30", 1e30, true)]
    [InlineData("1", "1e999", 1e300, false)]
    [InlineData("10 ms", "10ms", 0, true)]
    [InlineData("10 ms", "10", 0, false)]
    [InlineData("10", "10 ms", 0, false)]
    [InlineData("10 ms", "10 s", 0, false)]
    [InlineData("10 Mb", "10 MB", 0, false)]
    [InlineData("2 workers", "2 Workers", 0, true)]
    [InlineData("5 µs", "5 μs", 0, true)]
    [InlineData("90%", "90 %", 0, true)]
    [InlineData("90%", "90", 0, false)]
    [InlineData("$5", "$ 5.00", 0, true)]
    [InlineData("$5", "€5", 0, false)]
    public void Numbers_are_compared_by_value_and_unit(string accepted, string typed, double tolerance, bool same) =>
        Assert.Equal(same, NumberText.Read(typed) is { } number && Read(accepted).Accepts(number, tolerance));

    [Theory]
    [InlineData("")]
    [InlineData("four")]
    [InlineData("127.0.0.1")]
    [InlineData("1.2.3")]
    [InlineData("0x1F")]
    [InlineData("2027-02-14")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("10 red bricks")]
    [InlineData("v2")]
    [InlineData("1/2")]
    public void What_is_no_number_is_none(string text) => Assert.Null(NumberText.Read(text));

    [Theory]
    [InlineData("80", true)]
    [InlineData("0.5", true)]
    [InlineData("0", true)]
    [InlineData("1,000", true)]
    [InlineData("10 ms", true)]
    [InlineData("3.10", false)]
    [InlineData("007", false)]
    [InlineData("1e6", false)]
    public void A_plain_number_says_its_value_and_no_more(string text, bool isPlain) =>
        Assert.Equal(isPlain, Read(text).IsPlain);

    private static NumberText Read(string text)
    {
        var number = NumberText.Read(text);
        Assert.NotNull(number);
        return number.Value;
    }
}
