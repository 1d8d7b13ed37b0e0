using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// What the decks on disk say, read again only where a file changed: at each save all decks count, and one of them is another.
/// To be used by one thread at a time.
/// </summary>
internal sealed class DeckShelf(ConfigLookup configs)
{
    private readonly DeckFiles files = new(configs);
    private Dictionary<string, (DateTime Written, long Length, SeenDeck? Deck)> known = new(StringComparer.Ordinal);

    /// <summary>The decks among some files; those that are none, or cannot be read, are left out.</summary>
    /// <param name="paths">Full paths.</param>
    public IReadOnlyList<SeenDeck> Read(IEnumerable<string> paths)
    {
        var read = new Dictionary<string, (DateTime, long, SeenDeck? Deck)>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            try
            {
                var file = new FileInfo(path);
                if (file.Exists)
                {
                    read[path] =
                        known.TryGetValue(path, out var one)
                        && (one.Written, one.Length) == (file.LastWriteTimeUtc, file.Length)
                            ? one
                            : (file.LastWriteTimeUtc, file.Length, Read(path));
                }
            }
            catch (Exception e) when (FileProblem.IsExpected(e))
            {
                // As if it were not open: it is there, so that its histories are left alone.
            }
        }

        known = read;
        return [.. read.Values.Select(one => one.Deck).OfType<SeenDeck>()];
    }

    private SeenDeck? Read(string path)
    {
        var text = TextFile.Read(path);
        return files.IsDeck(path, text) ? SeenDeck.Of(path, Deck.Parse(text, configs.SettingsFor(path))) : null;
    }
}
