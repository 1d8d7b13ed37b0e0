namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// Keeps sections that an edit took out of a deck, since the next edit often brings them back: a fence opened at the top
/// swallows many cards until it is closed. Two generations bound it.
/// </summary>
internal sealed class SectionCache
{
    private const int Generation = 16_384;

    private readonly Lock guard = new();
    private Dictionary<Key, Section> young = [];
    private Dictionary<Key, Section> old = [];

    public Section Parse(string text, int level, SectionContext context)
    {
        var key = new Key(text, level, context);
        lock (guard)
        {
            if (young.TryGetValue(key, out var section) || old.TryGetValue(key, out section))
            {
                return section;
            }
        }

        return SectionParser.Parse(text, level, context);
    }

    public void Keep(Section section)
    {
        lock (guard)
        {
            if (young.Count >= Generation)
            {
                old = young;
                young = [];
            }

            young[new Key(section.Text, section.Level, section.Context)] = section;
        }
    }

    private readonly record struct Key(string Text, int Level, SectionContext Context);
}
