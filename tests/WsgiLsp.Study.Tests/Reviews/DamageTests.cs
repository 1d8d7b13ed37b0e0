using System.Globalization;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

/// <summary>
/// What a power failure or a bad disk leaves: whole transactions are kept, and the file opens or says what to do. More
/// bytes are flipped where <c>WSGILSP_FLIPS</c> says how many.
/// </summary>
public sealed class DamageTests(ITestOutputHelper output) : IDisposable
{
    // Of SQLite's write-ahead log: a header, then frames of a header and a page each.
    private const int WalHeader = 32;
    private const int FrameHeader = 24;
    private const int PageSize = 4096;
    private const int Events = 40;

    private static readonly int Flips = int.TryParse(
        Environment.GetEnvironmentVariable("WSGILSP_FLIPS"),
        CultureInfo.InvariantCulture,
        out var flips
    )
        ? flips
        : 60;

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_transactions_survive_a_log_that_was_cut_at_any_frame()
    {
        var (database, wal, ends) = Write();
        var frames = (wal.Length - WalHeader) / (FrameHeader + PageSize);
        output.WriteLine($"{frames} frames");
        Assert.InRange(frames, Events, 1000);
        for (var frame = 0; frame <= frames; frame++)
        {
            var cut = WalHeader + (frame * (FrameHeader + PageSize));
            foreach (
                var length in new[] { cut, Math.Min(wal.Length, cut + FrameHeader), Math.Min(wal.Length, cut + 2000) }
            )
            {
                Put(database, wal[..length]);
                using var log = ReviewLog.Open(_folder.LogPath, _clock);

                Assert.Equal(ends.Count(end => end <= length), log.ReadAll().Length);
                Assert.True(log.Verify().IsSound);
                log.Append(Answer(0));
            }
        }
    }

    [Fact]
    public void Whole_transactions_before_a_flipped_byte_of_the_write_ahead_log_survive()
    {
        var (database, wal, ends) = Write();
        var random = new Random(1);
        var kept = 0;
        for (var i = 0; i < Flips; i++)
        {
            var at = random.Next(wal.Length);
            var flipped = (byte[])wal.Clone();
            flipped[at] ^= (byte)(1 << random.Next(8));
            Put(database, flipped);
            using var log = ReviewLog.Open(_folder.LogPath, _clock);

            var left = log.ReadAll().Length;
            Assert.InRange(left, at < WalHeader ? 0 : ends.Count(end => end <= at), Events);
            Assert.True(log.Verify().IsSound);
            kept += left;
        }

        output.WriteLine($"{Flips} flips, {kept} of {Flips * Events} events kept");
    }

    [Fact]
    public void A_database_with_a_flipped_byte_opens_or_says_what_to_do()
    {
        Write();
        var database = File.ReadAllBytes(_folder.LogPath);
        var random = new Random(2);
        var refused = 0;
        for (var i = 0; i < Flips; i++)
        {
            var flipped = (byte[])database.Clone();
            flipped[random.Next(database.Length)] ^= (byte)(1 << random.Next(8));
            Put(flipped, []);
            using var log = ReviewLog.Open(_folder.LogPath, _clock);
            try
            {
                Assert.InRange(log.ReadAll().Length, 0, Events);
                log.Verify();
                log.Append(Answer(0));
            }
            catch (ReviewLogException e)
            {
                refused++;
                Assert.Contains(_folder.LogPath, e.Message, StringComparison.Ordinal);
            }
        }

        output.WriteLine($"{Flips} flips, {refused} refused");
        Assert.InRange(refused, 1, Flips);
    }

    /// <summary>Some answers, as a power failure would find them, and where each one's transaction ends in the log.</summary>
    private (byte[] Database, byte[] Wal, List<long> Ends) Write()
    {
        var ends = new List<long>();
        using var log = ReviewLog.Open(_folder.LogPath, _clock);

        // The first one alone has a backup and the states before it.
        for (var i = 0; i < Events; i++)
        {
            log.Append(Answer(i));
            ends.Add(new FileInfo(_folder.LogPath + "-wal").Length);
        }

        return (Bytes(_folder.LogPath), Bytes(_folder.LogPath + "-wal"), ends);
    }

    private static ReviewEvent Answer(int i) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = $"deck/{i % 7}",
            Grade = Grade.Good,
            Given = new string('x', 100),
        };

    private void Put(byte[] database, byte[] wal)
    {
        File.Delete(_folder.LogPath + "-shm");
        File.WriteAllBytes(_folder.LogPath, database);
        File.WriteAllBytes(_folder.LogPath + "-wal", wal);
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
