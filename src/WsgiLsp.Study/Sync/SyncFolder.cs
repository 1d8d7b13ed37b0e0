using System.Globalization;
using System.Text;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sync;

/// <summary>
/// Exchanges events with other devices through a folder that git, Syncthing or a drive carries between them. Each device
/// writes only files of its own, <c>DEVICE-yyyy-MM.jsonl</c>, and only at their ends, so that no two ever change the same
/// file. What is taken in is a union by id: any order of exchanges ends equal.
/// </summary>
public sealed class SyncFolder
{
    private const string Files = "*.jsonl";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ReviewLog _log;
    private readonly string _folder;
    private readonly SyncMarks _marks;
    private readonly HashSet<Guid> _held = [];
    private readonly List<string> _problems = [];
    private int _takenIn;

    private SyncFolder(ReviewLog log, string folder)
    {
        _log = log;
        _folder = folder;
        _marks = new SyncMarks(log, folder);
    }

    /// <summary>
    /// Takes in what other devices wrote, then writes what the folder does not have. Doing so again changes nothing. If
    /// another process on this device is at it, nothing is done.
    /// </summary>
    /// <param name="log">The log, whose options name the folder.</param>
    /// <returns>What was done. A folder or a line that cannot be read is reported here, and hinders nothing else.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read or written.</exception>
    public static SyncReport Exchange(ReviewLog log)
    {
        if (log.SyncFolder is not { } name)
        {
            return SyncReport.Nothing;
        }

        SyncedPlace.Refuse(log.Path, name);
        if (Locate(name) is not { } folder)
        {
            return Failed($"The sync folder {name} is no full path: write where it is from the root on, or from ~ on.");
        }

        if (!Directory.Exists(folder))
        {
            return Failed(
                $"The sync folder {folder} is not there. Make it, or change sync.folder. Until then nothing is exchanged."
            );
        }

        // Beside the log, which is this device's own: two processes would write the same events twice.
        using var turn = TakeTurn(Path.Join(Path.GetDirectoryName(log.Path), "sync.lock"));
        return turn is null ? SyncReport.Nothing : new SyncFolder(log, folder).Exchange();

        static SyncReport Failed(string problem) => new(0, 0, [problem]);
    }

    /// <summary>The full path of a folder as a learner writes it, from <c>~</c> on or in full; null if it is neither.</summary>
    internal static string? Locate(string name)
    {
        var path =
            name == "~" || name.StartsWith("~/", StringComparison.Ordinal)
                ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), name[1..])
                : name;
        return Path.IsPathFullyQualified(path) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : null;
    }

    private static FileStream? TakeTurn(string file)
    {
        try
        {
            ReviewLogFile.CreateForOwner(file);
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has it; or nothing can be written, which the log itself tells at the first answer.
            return null;
        }
    }

    private SyncReport Exchange()
    {
        var written = 0;
        try
        {
            var files = Directory.GetFiles(_folder, Files);
            Array.Sort(files, StringComparer.Ordinal);
            var left = OwnFilesAsLeft(files);
            var wereAllRead = true;
            foreach (var file in files)
            {
                wereAllRead &= TryTakeIn(file, left is null ? FileMark.Beginning : _marks[file]);
            }

            // Where it is not known what the folder has, everything would be written again.
            written = left is not null || wereAllRead ? WriteAfter(left?.Row ?? 0) : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(
                $"The sync folder {_folder} cannot be read or written: {e.Message} What is missing is exchanged next time."
            );
        }

        return new SyncReport(_takenIn, written, [.. _problems]);
    }

    /// <summary>
    /// What this device wrote, if it is still there. If somebody changed it, or a write was cut short, then this is null,
    /// and all files are read whole to find out what the folder has.
    /// </summary>
    private OwnFiles? OwnFilesAsLeft(string[] files)
    {
        if (_log.ReadDevice() is not { } device)
        {
            return null;
        }

        string[] own = [.. OwnFiles.Of(device, files)];
        if (_marks.Own is { } left && left.Are(own))
        {
            return left;
        }

        foreach (var file in own)
        {
            DropHalfLine(file);
        }

        return null;
    }

    /// <summary>What a write that was cut short left behind its last whole line is in the log, and is written again.</summary>
    private static void DropHalfLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var end = file.Length;
        for (; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }
        }

        if (end < file.Length)
        {
            file.SetLength(end);
        }
    }

    private bool TryTakeIn(string path, FileMark from)
    {
        try
        {
            TakeIn(path, from);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{path} cannot be read: {e.Message} Its answers are taken in next time.");
            return false;
        }
    }

    /// <summary>
    /// Takes in the whole lines behind a mark. The next mark stands behind them, or before the first that could not be
    /// read: a later version may read it, and somebody may mend it.
    /// </summary>
    private void TakeIn(string path, FileMark from)
    {
        using var file = OpenToRead(path);
        from = from.IsIn(file) ? from : FileMark.Beginning;
        file.Position = from.Offset;
        var (end, lines) = (from.Offset, from.Lines);
        var broken = new List<EventLine>();
        foreach (var chunk in EventLines.Read(file, from.Offset, from.Lines, isGrowing: true).Chunk(EventLines.Batch))
        {
            var events = chunk.Where(line => line.Event is not null).Select(line => line.Event!).ToList();
            _held.UnionWith(events.Select(logged => logged.Id));
            _takenIn += _log.TakeIn(events);
            broken.AddRange(chunk.Where(line => line.Problem is not null));
            (end, lines) = broken is [var first, ..]
                ? (first.Start, first.Number - 1)
                : (chunk[^1].End, chunk[^1].Number);
        }

        if (broken is [var one, ..])
        {
            var others = broken.Count > 1 ? $" (and {broken.Count - 1} more)" : "";
            _problems.Add($"{path}:{one.Number}: {one.Problem}{others}. All other lines were taken in.");
        }

        if (end != from.Offset)
        {
            _marks[path] = FileMark.At(file, end, lines);
        }
    }

    /// <summary>
    /// Appends to this device's files what came into the log after a row and is in no file: its own events, and those of an
    /// export that was imported here.
    /// </summary>
    private int WriteAfter(long row)
    {
        if (_log.ReadDevice() is not { } device)
        {
            return 0;
        }

        var rows = _log.ReadAfter(row);
        var missing = rows.Select(one => one.Logged).Where(logged => !_held.Contains(logged.Id)).ToList();
        foreach (var month in missing.GroupBy(Month, StringComparer.Ordinal))
        {
            Append(Path.Join(_folder, $"{device}-{month.Key}.jsonl"), month);
        }

        // Last: where something is cut short before, the files are not as they were left, and all is found out anew.
        var own = OwnFiles.Now(
            rows is [.., var last] ? last.Row : row,
            OwnFiles.Of(device, Directory.GetFiles(_folder, Files))
        );
        if ($"{own}" != $"{_marks.Own}")
        {
            _marks.Own = own;
        }

        return missing.Count;
    }

    private static void Append(string path, IEnumerable<LoggedEvent> events)
    {
        var text = new StringBuilder();
        foreach (var logged in events)
        {
            text.Append(EventJson.Write(logged)).Append('\n');
        }

        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Utf8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    private static string Month(LoggedEvent logged) =>
        logged.Time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static FileStream OpenToRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
