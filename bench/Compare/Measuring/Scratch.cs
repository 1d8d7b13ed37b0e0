namespace Compare.Measuring;

/// <summary>A temporary folder with a workspace, and a home of its own for the server, which leaves nothing elsewhere.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("compare-").FullName;

    public Scratch()
    {
        Workspace = Directory.CreateDirectory(Path.Combine(folder, "workspace")).FullName;
        var home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = home,
            ["XDG_CONFIG_HOME"] = Path.Combine(home, "config"),
            ["XDG_DATA_HOME"] = Path.Combine(home, "data"),
            ["XDG_STATE_HOME"] = Path.Combine(home, "state"),
            ["XDG_CACHE_HOME"] = Path.Combine(home, "cache"),
            ["WSGILSP_DATA"] = Path.Combine(home, "wsgilsp"),
        };
    }

    /// <summary>The folder that the server is told to work in.</summary>
    public string Workspace { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Writes a file of the workspace; its URI.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Workspace, name);
        File.WriteAllText(path, text);
        return new Uri(path).AbsoluteUri;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
