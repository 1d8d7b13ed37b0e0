using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sync;

/// <summary>
/// Keeps the log's database out of folders that some program copies between computers: a copy of a database in use is
/// torn, and two computers' databases are two files of one name.
/// </summary>
internal static class SyncedPlace
{
    /// <summary>What stands in the top folder of a synced tree, and whose it is.</summary>
    private static readonly (string Name, string Program)[] Marks =
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".owncloudsync.log", "Nextcloud or ownCloud"),
        (".sync_*.db", "Nextcloud or ownCloud"),
    ];

    /// <summary>Refuses a place that is surely synced.</summary>
    /// <param name="path">The log's file, which need not exist.</param>
    /// <param name="syncFolder">The learner's sync folder, or null.</param>
    /// <exception cref="ReviewLogException">It is synced. Nothing was opened or created.</exception>
    public static void Refuse(string path, string? syncFolder)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (Reason(folder, syncFolder) is { } reason)
        {
            throw new ReviewLogException(
                $"The review log {path} is {reason}, and a database that is copied while it is in use gets damaged. "
                    + $"Move {folder} to a place that is not synced (WSGILSP_DATA says where it is), and let sync.folder "
                    + "name the folder where computers exchange their answers."
            );
        }
    }

    private static string? Reason(string folder, string? syncFolder)
    {
        if (syncFolder is not null && SyncFolder.Locate(syncFolder) is { } exchange && IsIn(folder, exchange))
        {
            return "inside sync.folder";
        }

        // Only a repository of the data folder's own: homes are often work trees, and ignore all but a few files.
        if (Path.Exists(Path.Join(folder, ".git")))
        {
            return "in a git repository";
        }

        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var (name, program) in Marks)
            {
                if (Holds(above, name))
                {
                    return $"in a folder of {program} ({above})";
                }
            }
        }

        return null;
    }

    private static bool Holds(string folder, string name)
    {
        if (!name.Contains('*', StringComparison.Ordinal))
        {
            return Path.Exists(Path.Join(folder, name));
        }

        try
        {
            return Directory.EnumerateFiles(folder, name).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there, or that one may pass through but not list.
            return false;
        }
    }

    private static bool IsIn(string folder, string other)
    {
        var way = Path.GetRelativePath(other, folder);
        return way == "."
            || !(
                Path.IsPathRooted(way)
                || way == ".."
                || way.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );
    }
}
