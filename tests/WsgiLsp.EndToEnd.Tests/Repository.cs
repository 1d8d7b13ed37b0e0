namespace WsgiLsp.EndToEnd.Tests;

/// <summary>Places in the repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>WsgiLsp.sln</c>.</summary>
    public static string Root { get; } =
        Ancestors().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "WsgiLsp.sln")))
        ?? throw new DirectoryNotFoundException("No WsgiLsp.sln above " + AppContext.BaseDirectory);

    /// <summary>A file or folder below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The first file of this relative path in the root or a folder above it, or null.</summary>
    public static string? FindUpwards(string relative) =>
        Ancestors().Select(folder => Path.Combine(folder, relative)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
