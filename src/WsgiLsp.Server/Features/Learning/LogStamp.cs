namespace WsgiLsp.Server.Features.Learning;

/// <summary>
/// Whether a log was written since it was last looked at, by whomever: a quiz here, a session at a terminal, a sync. Looks at
/// two files' times, so that it may be asked at each request.
/// </summary>
internal readonly record struct LogStamp((DateTime Written, long Length) File, (DateTime Written, long Length) Ahead)
{
    /// <summary>The stamp of a log as it is now.</summary>
    /// <param name="path">The log's file; what is not in it yet stands in another one beside it.</param>
    public static LogStamp Of(string path) => new(MarkOf(path), MarkOf(path + "-wal"));

    private static (DateTime, long) MarkOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length > 0 ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
