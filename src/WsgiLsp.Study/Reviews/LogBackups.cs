using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WsgiLsp.Study.Reviews;

/// <summary>Copies of the log beside it, in the folder <c>backups</c>, readable by their owner only.</summary>
internal static class LogBackups
{
    private const int Kept = 7;

    /// <summary>Copies a log that another version wrote, once for each version.</summary>
    public static void BeforeMigration(SqliteConnection connection, string path, long version) =>
        Copy(connection, In(path, string.Create(CultureInfo.InvariantCulture, $"schema-{version}")));

    /// <summary>Copies the log before events are deleted, and says where to.</summary>
    /// <param name="connection">The log.</param>
    /// <param name="path">Its file.</param>
    /// <param name="now">The local time.</param>
    public static string BeforeForgetting(SqliteConnection connection, string path, DateTimeOffset now)
    {
        var file = In(path, now.ToString("'forget'-yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        Copy(connection, file);
        return file;
    }

    /// <summary>Copies the log if no copy of this day is there, and drops the oldest beyond seven.</summary>
    /// <param name="connection">The log.</param>
    /// <param name="path">Its file.</param>
    /// <param name="today">The local date.</param>
    public static void EachDay(SqliteConnection connection, string path, DateOnly today)
    {
        var file = In(path, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (File.Exists(file))
        {
            return;
        }

        Copy(connection, file);
        foreach (var old in Daily(path).SkipLast(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>The daily copies, oldest first.</summary>
    public static IEnumerable<string> Daily(string path) =>
        Directory.EnumerateFiles(Folder(path), "reviews-????-??-??.db").Order(StringComparer.Ordinal);

    /// <summary>The folder of a log's copies.</summary>
    public static string Folder(string path) => Path.Join(Path.GetDirectoryName(path), "backups");

    private static string In(string path, string name) => Path.Join(Folder(path), $"reviews-{name}.db");

    /// <summary>Copies through a temporary file, so that no half copy has a backup's name.</summary>
    private static void Copy(SqliteConnection connection, string file)
    {
        if (File.Exists(file))
        {
            return;
        }

        var temporary = file + $".{Environment.ProcessId}.tmp";
        ReviewLogFile.CreateForOwner(temporary);
        try
        {
            using (
                var copy = new SqliteConnection(
                    new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()
                )
            )
            {
                copy.Open();
                connection.BackupDatabase(copy);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
