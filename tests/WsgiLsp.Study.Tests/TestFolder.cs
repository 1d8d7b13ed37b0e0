namespace WsgiLsp.Study.Tests;

/// <summary>A folder of a test's own, removed with all that is in it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("wsgilsp-study-").FullName;

    public string LogPath => DataFolderFile("reviews.db");

    public string DataFolderFile(string name) => System.IO.Path.Join(Path, "data", name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
