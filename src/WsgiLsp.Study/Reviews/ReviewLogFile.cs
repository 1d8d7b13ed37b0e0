using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Study.Reviews;

/// <summary>Opens the log's file: created for its owner only, durable, shared politely with other processes.</summary>
internal static class ReviewLogFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public static SqliteConnection Open(string path, ReviewLogOptions options)
    {
        SyncedPlace.Refuse(path, options.SyncFolder);
        SQLitePCL.Batteries_V2.Init();
        CreateForOwner(path);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
            }.ToString()
        );
        try
        {
            connection.Open();
            ReviewLogSchema.Ensure(connection, path, options);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;");

            // Pages, 16 MB: an answer touches pages all over a large log, and the more of them are written back at once the less
            // each answer pays.
            connection.Execute("PRAGMA wal_autocheckpoint = 4000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file is there, or something else that keeps it from being read: that is no new log.</summary>
    public static bool IsThere(string path)
    {
        try
        {
            File.GetAttributes(path);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileAbove(path) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>The file that stands where a path needs a folder; null where there is none.</summary>
    public static string? FileAbove(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder))
        {
            if (File.Exists(folder))
            {
                return folder;
            }

            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    /// <summary>Creates an empty file, and its folder, that only their owner can read.</summary>
    public static void CreateForOwner(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            // The platform's data folder is the owner's own; new files inherit that.
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFolder);
        }

        // An existing file is not even opened: closing it would release the locks that SQLite holds in this process.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Most often so; and another process may create it at the same time.
        }
    }
}
