namespace WsgiLsp.Server.Tests.Support;

/// <summary>Finds files of the checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>A deck that the project ships.</summary>
    public static string FirstDeck => File.ReadAllText(Find("decks/wsgi-servers.deck.md")!);

    /// <summary>The full path of something in the nearest folder upwards that has it; null where none has.</summary>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
