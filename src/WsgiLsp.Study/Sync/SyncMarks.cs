using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sync;

/// <summary>
/// How far the files of a sync folder were read and written, kept in the log itself. Marks of an exchange during which
/// something was forgotten are not kept: the next exchange reads all files anew.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="folder">The folder's full path.</param>
internal sealed class SyncMarks(ReviewLog log, string folder)
{
    /// <summary>What the keys of all marks begin with.</summary>
    public const string Prefix = "sync/";

    private readonly string? _lastForgetting = log.ReadMeta(MetaTable.LastForgetting);

    /// <summary>What this device wrote; null if that is not known.</summary>
    public OwnFiles? Own
    {
        get => OwnFiles.Parse(log.ReadMeta(Prefix + folder));
        set => log.WriteMeta(Prefix + folder, $"{value}", _lastForgetting);
    }

    /// <summary>How far a file was read; its beginning if that is not known.</summary>
    public FileMark this[string file]
    {
        get => FileMark.Parse(log.ReadMeta(Prefix + file)) ?? FileMark.Beginning;
        set => log.WriteMeta(Prefix + file, $"{value}", _lastForgetting);
    }
}
