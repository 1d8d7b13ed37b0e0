using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// Keeps entries that an edit took out of a deck, since the next edit often brings them back: a fence opened at the top
/// swallows many cards until it is closed. Two generations bound it.
/// </summary>
internal sealed class SectionCache
{
    private const int Generation = 16_384;

    private readonly Lock guard = new();
    private Dictionary<Key, DeckEntry> young = new(KeyComparer.Instance);
    private Dictionary<Key, DeckEntry> old = new(KeyComparer.Instance);

    /// <summary>An entry of that text and context, or null.</summary>
    public DeckEntry? Find(string text, int level, SectionContext context)
    {
        var key = new Key(text, level, context);
        lock (guard)
        {
            return young.TryGetValue(key, out var entry) || old.TryGetValue(key, out entry) ? entry : null;
        }
    }

    /// <summary>Keeps some entries.</summary>
    public void Keep(ReadOnlySpan<DeckEntry> entries)
    {
        lock (guard)
        {
            foreach (var entry in entries)
            {
                if (young.Count >= Generation)
                {
                    old = young;
                    young = new(KeyComparer.Instance);
                }

                young[new Key(entry.Section.Text, entry.Section.Level, entry.Section.Context)] = entry;
            }
        }
    }

    private readonly record struct Key(string Text, int Level, SectionContext Context);

    /// <summary>Hashes a sample of the text: edits may bring back a whole deck, and equality compares all of it anyway.</summary>
    private sealed class KeyComparer : IEqualityComparer<Key>
    {
        private const int Samples = 8;

        public static KeyComparer Instance { get; } = new();

        public bool Equals(Key x, Key y) => x == y;

        public int GetHashCode(Key key)
        {
            var text = key.Text;
            var hash = text.Length;
            for (var i = 0; i < Samples && text.Length > 0; i++)
            {
                hash = (hash * 31) + text[(int)((long)(text.Length - 1) * i / (Samples - 1))];
            }

            return hash;
        }
    }
}
