namespace WsgiLsp.Study.Reviews;

/// <summary>Where a person's data stand.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that moves the folder.</summary>
    public const string Variable = "WSGILSP_DATA";

    /// <summary>
    /// The data folder: <c>WSGILSP_DATA</c> if set, else the platform's own place (Windows: local application data; macOS:
    /// Application Support; else <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>). It need not exist.
    /// </summary>
    /// <param name="environment">Looks an environment variable up; null where it is not set.</param>
    public static string Resolve(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        if (OperatingSystem.IsWindows())
        {
            return Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "wsgilsp");
        }

        var home = environment("HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Path.Join(home, "Library", "Application Support", "wsgilsp");
        }

        // The XDG specification has relative paths ignored.
        return environment("XDG_DATA_HOME") is { } data && Path.IsPathFullyQualified(data)
            ? Path.Join(data, "wsgilsp")
            : Path.Join(home, ".local", "share", "wsgilsp");
    }

    /// <summary>The review log's file in a data folder.</summary>
    public static string ReviewLogIn(string folder) => Path.Join(folder, "reviews.db");
}
