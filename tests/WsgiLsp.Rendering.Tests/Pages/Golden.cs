namespace WsgiLsp.Rendering.Tests.Pages;

/// <summary>Pages as they were when somebody looked at them. <c>UPDATE_DOCS=1</c> writes them anew.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "WsgiLsp.Rendering.Tests", "Pages", "Golden");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static void Check(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Folder, name), actual);
        }

        Assert.Equal(Read(name), actual);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "WsgiLsp.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
