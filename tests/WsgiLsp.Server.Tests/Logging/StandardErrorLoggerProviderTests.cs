using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using WsgiLsp.Server.Logging;

namespace WsgiLsp.Server.Tests.Logging;

public class StandardErrorLoggerProviderTests
{
    private const int Extra = 500;

    [Fact]
    public void Lines_are_written_in_order_up_to_the_end()
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var provider = new StandardErrorLoggerProvider(error, () => LogLevel.Warning))
        {
            var logger = provider.CreateLogger("");
            logger.LogInformation("not this");
            logger.LogWarning("one");
            logger.LogError("two");
        }

        Assert.Equal("warning: one\nerror: two\n", error.ToString());
    }

    [Fact]
    public void Nobody_waits_for_who_does_not_read_and_what_is_left_out_is_counted()
    {
        using var error = new UnreadWriter();
        using (var provider = new StandardErrorLoggerProvider(error, () => LogLevel.Warning))
        {
            var logger = provider.CreateLogger("");
            logger.LogWarning("first");
            error.WaitUntilStuck();
            for (var i = 0; i < StandardErrorLoggerProvider.MostWaiting + Extra; i++)
            {
                logger.LogWarning("line {Number}", i);
            }

            error.Read();
        }

        Assert.Equal(1 + StandardErrorLoggerProvider.MostWaiting + 1, error.Lines.Count);
        Assert.Equal("warning: first", error.Lines[0]);
        Assert.Equal("warning: line 0", error.Lines[1]);
        Assert.Contains($" {Extra} lines were left out", error.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_error_that_breaks_is_given_up()
    {
        using var provider = new StandardErrorLoggerProvider(new BrokenWriter(), () => LogLevel.Warning);
        var logger = provider.CreateLogger("");
        logger.LogWarning("one");
        logger.LogWarning("two");
    }

    /// <summary>Is stuck in its first line until somebody reads.</summary>
    private sealed class UnreadWriter : TextWriter
    {
        private readonly ManualResetEventSlim stuck = new();
        private readonly ManualResetEventSlim read = new();

        public List<string> Lines { get; } = [];

        public override Encoding Encoding => Encoding.UTF8;

        public void WaitUntilStuck() => stuck.Wait(TestContext.Current.CancellationToken);

        public void Read() => read.Set();

        public override void WriteLine(string? value)
        {
            stuck.Set();
            read.Wait(CancellationToken.None);
            Lines.Add(value!);
        }

        protected override void Dispose(bool disposing)
        {
            stuck.Dispose();
            read.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class BrokenWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => throw new IOException("Broken pipe");
    }
}
