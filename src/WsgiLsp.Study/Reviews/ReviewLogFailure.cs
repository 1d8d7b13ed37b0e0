using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>Says in plain words why the log cannot be used.</summary>
internal static class ReviewLogFailure
{
    public static ReviewLogException Explain(string path, Exception cause) =>
        new(cause is SqliteException sqlite ? OfSqlite(path, sqlite) : Inaccessible(path), cause);

    // SQLite's primary result codes.
    private static string OfSqlite(string path, SqliteException cause) =>
        cause.SqliteErrorCode switch
        {
            5 or 6 => $"The review log {path} is locked by another program. Close what uses it and try again.",
            11 or 26 => DamagedText(path),
            13 => $"The review log {path} cannot grow: the disk is full. Make room and try again.",
            3 or 8 or 10 or 14 or 23 => Inaccessible(path),
            _ => $"The review log {path} cannot be used: {cause.Message}.",
        };

    /// <summary>Rows hold what no program wrote.</summary>
    public static ReviewLogException Damaged(string path, Exception cause) => new(DamagedText(path), cause);

    private static string DamagedText(string path) =>
        $"The review log {path} is damaged or not a review log. Nothing was changed. Move it away, with the files whose names "
        + $"begin like its own, and put the last copy from {LogBackups.Folder(path)} in its place, or begin a new one.";

    private static string Inaccessible(string path)
    {
        if (Directory.Exists(path))
        {
            return $"The review log {path} cannot be opened: it is a folder. "
                + "Move that away, or set WSGILSP_DATA to another folder.";
        }

        return ReviewLogFile.FileAbove(path) is { } file
            ? $"The review log {path} cannot be opened: {file} is a file, not a folder. Set WSGILSP_DATA to a folder of yours."
            : $"The review log {path} cannot be opened or written. "
                + "Check the folder's permissions and the disk's free space, or set WSGILSP_DATA to a folder of yours.";
    }
}
