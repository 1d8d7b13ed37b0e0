using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Web;

/// <summary>Decks that may be edited while they are asked. For one piece of work at a time.</summary>
/// <param name="terminal">The working folder; told of decks that cannot be read.</param>
/// <param name="decks">The decks as they were read; of some that stand under one name the first counts.</param>
internal sealed class FollowedDecks(Terminal terminal, IEnumerable<NamedDeck> decks)
{
    private readonly Dictionary<string, (NamedDeck Deck, FileStamp? Stamp)> byPath = decks
        .DistinctBy(deck => deck.Name, StringComparer.Ordinal)
        .Select(deck => (Path: Path.GetFullPath(deck.Name, terminal.Folder), Deck: deck))
        .ToDictionary(one => one.Path, one => (one.Deck, FileStamp.Of(one.Path)), StringComparer.Ordinal);

    /// <summary>The full paths.</summary>
    public IReadOnlyCollection<string> Paths => byPath.Keys;

    /// <summary>The decks as they were read last.</summary>
    public List<NamedDeck> Now => [.. byPath.Values.Select(one => one.Deck)];

    /// <summary>A deck as it was read last; null where it is none of these.</summary>
    public Deck? Find(string path) => byPath.TryGetValue(path, out var one) ? one.Deck.Deck : null;

    /// <summary>Reads again what changed on disk; what is gone or cannot be read stays as it was.</summary>
    /// <returns>Whether anything did.</returns>
    public bool ReadAgain()
    {
        var isNew = false;
        foreach (var (path, (deck, stamp)) in byPath.ToList())
        {
            var now = FileStamp.Of(path);
            if (now is not null && now != stamp)
            {
                var read = new DeckReader(terminal).Read([deck.Name]).FirstOrDefault();
                byPath[path] = (read ?? deck, now);
                isNew |= read is not null;
            }
        }

        return isNew;
    }

    /// <summary>What tells whether a file was written since.</summary>
    private sealed record FileStamp(DateTime Written, long Length)
    {
        /// <summary>The stamp of a file; null where there is none.</summary>
        public static FileStamp? Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : null;
        }
    }
}
