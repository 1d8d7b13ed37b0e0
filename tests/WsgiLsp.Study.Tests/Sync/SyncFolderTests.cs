using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Study.Tests.Sync;

public sealed class SyncFolderTests : IDisposable
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-03-31T22:00:00+02:00");

    private readonly TestFolder _folder = new();
    private readonly SyncDevice _one;
    private readonly SyncDevice _two;

    public SyncFolderTests()
    {
        Directory.CreateDirectory(Exchange);
        _one = Device("one");
        _two = Device("two");
    }

    private string Exchange => Path.Join(_folder.Path, "exchange");

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Each_device_takes_in_what_the_other_wrote_once()
    {
        _one.Answer("deck/a");
        _two.Answer("deck/b");

        Assert.Equal((0, 1), Sync(_one));
        Assert.Equal((1, 1), Sync(_two));
        Assert.Equal((1, 0), Sync(_one));
        Assert.Equal((0, 0), Sync(_one));
        Assert.Equal((0, 0), Sync(_two));
        Assert.Equal(_one.Log.ReadAll(), _two.Log.ReadAll());
        Assert.Equal(
            _one.Log.ReadItemStates().Known.OrderBy(k => k.Key),
            _two.Log.ReadItemStates().Known.OrderBy(k => k.Key)
        );
        Assert.Equal(2, Files().Length);
    }

    [Fact]
    public void Events_stand_in_the_file_of_their_device_and_month()
    {
        var first = _one.Answer("deck/a");
        _one.Clock.Pass(TimeSpan.FromHours(5));
        _one.Answer("deck/a");
        Sync(_one);

        Assert.Equal(
            [$"{first.Device}-2026-03.jsonl", $"{first.Device}-2026-04.jsonl"],
            Files().Select(file => Path.GetFileName(file))
        );
        Assert.Equal(EventJson.Write(first) + "\n", File.ReadAllText(Files()[0]));
    }

    [Fact]
    public void A_file_that_was_deleted_is_written_again()
    {
        _one.Answer("deck/a");
        _one.Answer("deck/b");
        Sync(_one);
        File.Delete(Files()[0]);
        _one.Answer("deck/c");

        Assert.Equal((0, 3), Sync(_one));
        Assert.Equal((3, 0), Sync(_two));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(400)]
    public void What_was_cut_off_is_written_again_and_nothing_twice(int bytes)
    {
        _one.Answer("deck/a");
        _one.Answer("deck/b");
        _one.Answer("deck/c");
        Sync(_one);
        var text = File.ReadAllText(Files()[0]);
        File.WriteAllText(Files()[0], text[..^bytes]);
        Assert.InRange(Sync(_one).Written, 1, 2);

        Assert.Equal(Sorted(text), Sorted(File.ReadAllText(Files()[0])));
        Assert.Equal((3, 0), Sync(_two));

        static IEnumerable<string> Sorted(string lines) => lines.Split('\n').Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Half_a_line_of_another_device_is_taken_in_when_it_is_whole()
    {
        _one.Answer("deck/a");
        _one.Answer("deck/b");
        Sync(_one);
        var bytes = File.ReadAllBytes(Files()[0]);
        File.WriteAllBytes(Files()[0], bytes[..^30]);
        Assert.Equal((1, 0), Sync(_two));

        File.WriteAllBytes(Files()[0], bytes);
        Assert.Equal((1, 0), Sync(_two));
        Assert.Equal((0, 0), Sync(_two));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_reported_until_it_is_mended_and_hinders_no_other()
    {
        var event1 = _one.Answer("deck/a");
        var event2 = _one.Answer("deck/b");
        var event3 = _one.Answer("deck/c");
        var path = Path.Join(Exchange, "other-2026-03.jsonl");
        File.WriteAllText(path, $"{EventJson.Write(event1)}\n<<<<<<< HEAD\n{EventJson.Write(event2)}\n");

        var report = SyncFolder.Exchange(_two.Log);
        Assert.Equal(2, report.TakenIn);
        Assert.StartsWith($"{path}:2: ", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Single(SyncFolder.Exchange(_two.Log).Problems);

        File.WriteAllText(path, string.Concat(new[] { event1, event2, event3 }.Select(e => EventJson.Write(e) + "\n")));
        report = SyncFolder.Exchange(_two.Log);
        Assert.Equal((1, 0), (report.TakenIn, report.Problems.Length));
    }

    [Fact]
    public void An_export_that_was_imported_reaches_the_others()
    {
        using var old = Device("old");
        var before = old.Answer("deck/a");
        _one.Log.Import([before]);

        Assert.Equal((0, 1), Sync(_one));
        Assert.Equal((1, 0), Sync(_two));
    }

    [Fact]
    public void What_was_forgotten_does_not_come_back_and_later_answers_are_exchanged()
    {
        _one.Answer("deck/a");
        _two.Answer("deck/a");
        Sync(_one);
        Sync(_two);
        Sync(_one);
        _one.Log.Forget(["deck/a"]);

        Assert.Equal((0, 0), Sync(_one));
        _one.Answer("deck/a");
        Assert.Equal((0, 1), Sync(_one));
        Assert.Equal((1, 0), Sync(_two));
        Assert.Single(_one.Log.ReadAll());
        Assert.Equal(3, _two.Log.ReadAll().Length);
    }

    /// <summary>Its marks name rows of the log, which are used again after some were deleted.</summary>
    [Fact]
    public void An_exchange_during_which_something_is_forgotten_leaves_no_marks()
    {
        _one.Answer("deck/a");
        var last = _one.Answer("deck/b");
        Sync(_one);
        var marks = new SyncMarks(_one.Log, Exchange);
        var (own, read) = (marks.Own, new FileMark(10, 1, "00"));
        Assert.NotNull(own);

        _one.Log.Forget(["deck/b"]);
        (marks.Own, marks["a.jsonl"]) = (own, read);
        var later = _one.Answer("deck/c");

        Assert.Equal((null, FileMark.Beginning), (marks.Own, marks["a.jsonl"]));
        Assert.Equal((0, 1), Sync(_one));
        Assert.Equal((3, 0), Sync(_two));
        Assert.Contains(_two.Log.ReadAll(), logged => logged.Id == later.Id);
        Assert.NotEqual(last.Id, later.Id);
    }

    [Fact]
    public void A_log_that_was_put_back_from_a_backup_takes_in_what_it_had_written()
    {
        _one.Answer("deck/a");
        Sync(_one);
        _one.Clock.Pass(TimeSpan.FromDays(1));
        _one.Answer("deck/b");
        Sync(_one);
        _one.Dispose();
        var backup = Directory.GetFiles(Path.Join(Path.GetDirectoryName(_one.LogPath), "backups")).Single();
        File.Copy(backup, _one.LogPath, overwrite: true);

        Assert.Equal((1, 0), Sync(_one));
        Assert.Equal(2, _one.Log.ReadAll().Length);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_reported()
    {
        _one.Answer("deck/a");
        Directory.Delete(Exchange, recursive: true);

        var report = SyncFolder.Exchange(_one.Log);

        Assert.Contains("is not there", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Exchange));
    }

    [Fact]
    public void A_folder_without_a_full_path_is_reported()
    {
        using var log = ReviewLog.Open(_one.LogPath, _one.Clock, new ReviewLogOptions { SyncFolder = "exchange" });

        Assert.Contains("no full path", Assert.Single(SyncFolder.Exchange(log).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_hinders_no_other()
    {
        _one.Answer("deck/a");
        Sync(_one);
        using var inUse = new FileStream(
            Path.Join(Exchange, "in-use-2026-03.jsonl"),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None
        );

        var report = SyncFolder.Exchange(_two.Log);

        Assert.Equal(1, report.TakenIn);
        Assert.Single(report.Problems);
    }

    [Fact]
    public void Without_a_folder_nothing_is_exchanged()
    {
        using var log = ReviewLog.Open(_folder.LogPath, _one.Clock);

        Assert.Equal(SyncReport.Nothing, SyncFolder.Exchange(log));
        Assert.False(Directory.Exists(Path.GetDirectoryName(_folder.LogPath)));
    }

    [Theory]
    [InlineData(".stfolder", "Syncthing")]
    [InlineData(".dropbox.cache", "Dropbox")]
    [InlineData(".sync_0123456789ab.db", "Nextcloud")]
    [InlineData("data/.git", "git")]
    public void A_database_in_a_synced_folder_is_refused(string mark, string program)
    {
        Directory.CreateDirectory(Path.Join(_folder.Path, "data"));
        File.WriteAllText(Path.Join(_folder.Path, mark), "");
        using var log = ReviewLog.Open(_folder.LogPath, _one.Clock);

        var refusal = Assert.Throws<ReviewLogException>(() => log.Append(Peek));
        Assert.Contains(program, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("sync.folder", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.LogPath));
        File.Delete(Path.Join(_folder.Path, mark));
        log.Append(Peek);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/..")]
    public void A_database_in_the_sync_folder_is_refused(string exchange)
    {
        Directory.CreateDirectory(Path.Join(_folder.Path, "data"));
        using var log = ReviewLog.Open(
            _folder.LogPath,
            _one.Clock,
            new ReviewLogOptions { SyncFolder = Path.Join(_folder.Path, exchange) }
        );

        Assert.Contains(
            "inside sync.folder",
            Assert.Throws<ReviewLogException>(() => log.Append(Peek)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ReviewLogException>(() => SyncFolder.Exchange(log));
    }

    private static ReviewEvent Peek => new() { Kind = ReviewEventKind.Peek, Item = "deck/a" };

    private SyncDevice Device(string name) => new(Path.Join(_folder.Path, name), Exchange, Start);

    private static (int TakenIn, int Written) Sync(SyncDevice device)
    {
        var report = SyncFolder.Exchange(device.Log);
        Assert.Empty(report.Problems);
        return (report.TakenIn, report.Written);
    }

    private string[] Files() => [.. Directory.GetFiles(Exchange).Order(StringComparer.Ordinal)];
}
