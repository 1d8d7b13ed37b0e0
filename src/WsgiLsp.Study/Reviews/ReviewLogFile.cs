using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>Opens the log's file: created for its owner only, durable, shared politely with other processes.</summary>
internal static class ReviewLogFile
{
    /// <summary>How long to wait for other processes; their transactions take milliseconds.</summary>
    private const int BusySeconds = 10;

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public static SqliteConnection Open(string path, TimeSpan? busy = null)
    {
        SQLitePCL.Batteries_V2.Init();
        CreateForOwner(path);
        var seconds = busy ?? TimeSpan.FromSeconds(BusySeconds);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = (int)Math.Ceiling(seconds.TotalSeconds),
            }.ToString()
        );
        try
        {
            connection.Open();
            ReviewLogSchema.Ensure(connection, path);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CreateForOwner(string path)
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

        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        using var _ = new FileStream(path, options);
    }
}
