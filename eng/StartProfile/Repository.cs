namespace StartProfile;

/// <summary>The checkout.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the working folder and the solution; null where there is none.</summary>
    public static string? Find()
    {
        var folder = Environment.CurrentDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "WsgiLsp.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
