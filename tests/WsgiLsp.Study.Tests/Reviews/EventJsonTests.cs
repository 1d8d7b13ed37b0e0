using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

public class EventJsonTests
{
    private const string Bare =
        """{"id":"0198c0de-0000-7000-8000-000000000001","time":1772000000123,"offset":120,"day":20509,"device":"d","kind":"peek"}""";

    /// <summary>Events with any texts, of any kind.</summary>
    private static readonly Gen<LoggedEvent> Events =
        from bytes in Gen.ArrayOf(Gen.Choose(0, 255), 16)
        from time in Gen.Choose(int.MinValue, int.MaxValue)
        from offset in Gen.Choose(-840, 840)
        from texts in Gen.ArrayOf(
            Gen.OneOf(
                Gen.Constant<string?>(null),
                ArbMap.Default.GeneratorFor<NonEmptyString>().Select<NonEmptyString, string?>(t => "t" + Whole(t.Get))
            ),
            9
        )
        from numbers in Gen.ArrayOf(Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 4).Select(n => (int?)n)), 9)
        from interval in ArbMap.Default.GeneratorFor<NormalFloat>()
        from kind in Gen.Choose(0, Enum.GetValues<ReviewEventKind>().Length - 1)
        select new LoggedEvent(
            new Guid(bytes.Select(b => (byte)b).ToArray()),
            DateTimeOffset.FromUnixTimeMilliseconds(time * 700L).ToOffset(TimeSpan.FromMinutes(offset)),
            time,
            texts[0] ?? "device",
            new ReviewEvent
            {
                Kind = (ReviewEventKind)kind,
                Item = texts[1],
                Target = numbers[0] is null ? null : new Guid(bytes.Select(b => (byte)(b ^ 1)).ToArray()),
                Grade = (Grade?)numbers[1],
                Mode = texts[2],
                Practice = numbers[2] is { } practice ? practice > 2 : null,
                Shown = texts[3],
                Given = texts[4],
                Correct = numbers[3] is { } correct ? correct > 2 : null,
                Parts = numbers[4] is { } got ? new PartMarks(got, got + 1) : null,
                Hints = numbers[4],
                Certainty = numbers[5] is { } sure ? (Certainty)(sure % 2) : null,
                MillisecondsSpent = numbers[6] * 10_000_000_000L,
                AutomaticConcepts = texts[5],
                FinalConcepts = texts[6],
                AnswerFingerprint = texts[7],
                Options = texts[0],
                ElapsedDays = numbers[7],
                RawInterval = numbers[7] is null ? null : Math.Abs(interval.Get) % 36_500,
                DueDay = numbers[8],
                Phase = numbers[8] is { } phase ? (LearningPhase)(phase - 1) : null,
                Step = numbers[8],
                WeightsId = texts[8],
            }
        );

    [Fact]
    public void Every_event_is_read_back_as_it_was_written() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(Events),
                logged =>
                {
                    var line = EventJson.Write(logged);
                    var read = EventJson.Read(Encoding.UTF8.GetBytes(line), out var problem);
                    return problem is null
                        && read == logged
                        && read.Time.Offset == logged.Time.Offset
                        && !line.Contains('\n', StringComparison.Ordinal);
                }
            )
        );

    [Fact]
    public void Members_that_are_not_known_are_passed_over() =>
        Assert.NotNull(Read(Bare.Replace("}", ""","later":{"a":[1]}}""", StringComparison.Ordinal), out _));

    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("null", "no event")]
    [InlineData("[]", "not JSON")]
    [InlineData("{}", "“id”")]
    [InlineData("\"time\":1772000000123|\"time\":\"now\"", "“time”")]
    [InlineData("\"time\":1772000000123|\"time\":9223372036854775807", "“time”")]
    [InlineData("\"offset\":120|\"offset\":10000", "“offset”")]
    [InlineData("\"peek\"|\"unheard-of\"", "update wsgilsp")]
    [InlineData("\"peek\"|\"peek\",\"grade\":5", "“grade”")]
    [InlineData("\"peek\"|\"peek\",\"rawInterval\":1e300", "“rawInterval”")]
    [InlineData("\"peek\"|\"peek\",\"phase\":\"unheard-of\"", "update wsgilsp")]
    [InlineData("\"device\":\"d\",|", "“device”")]
    public void A_line_that_is_no_event_says_why(string line, string problem)
    {
        line = line.Split('|') is [var old, var other] ? Bare.Replace(old, other, StringComparison.Ordinal) : line;

        Assert.Null(Read(line, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_hinders_no_other()
    {
        var lines = Lines($"\uFEFF{Bare}\r\n\n{{\"half\n{Bare}\n{Bare}", isGrowing: false);

        Assert.Equal([1, 2, 3, 4, 5], lines.Select(line => line.Number));
        Assert.Equal([true, false, false, true, true], lines.Select(line => line.Event is not null));
        Assert.Equal([3], lines.Where(line => line.Problem is not null).Select(line => line.Number));
    }

    [Fact]
    public void What_may_be_half_a_line_is_left_alone()
    {
        var lines = Lines($"{Bare}\n{Bare}", isGrowing: true);

        Assert.Equal(Bare.Length + 1, Assert.Single(lines).End);
    }

    [Fact]
    public void A_line_without_end_is_passed_over()
    {
        var lines = Lines(new string(' ', 40 << 20) + "\n" + Bare, isGrowing: false);

        Assert.Contains("too long", lines[0].Problem, StringComparison.Ordinal);
        Assert.NotNull(lines[1].Event);
        Assert.Equal((40 << 20) + 1 + Bare.Length, lines[1].End);
    }

    private static LoggedEvent? Read(string line, out string? problem) =>
        EventJson.Read(Encoding.UTF8.GetBytes(line), out problem);

    private static List<EventLine> Lines(string text, bool isGrowing)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. EventLines.Read(stream, isGrowing: isGrowing)];
    }

    /// <summary>Half a surrogate pair is no text; neither JSON nor SQLite keeps it.</summary>
    private static string Whole(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
}
