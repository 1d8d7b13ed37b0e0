using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>The ids of a deck's cards: explicit, or GitHub's anchor of the heading with repeats numbered.</summary>
internal sealed class CardIds
{
    private readonly string?[] ids;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private CardIds(string?[] ids) => this.ids = ids;

    /// <summary>Sections whose card has the id of an earlier card, each with the index of that one.</summary>
    public ImmutableArray<(int Section, int First)> Duplicates { get; private set; } = [];

    /// <summary>The id of a section's card.</summary>
    public string this[int section] => ids[section]!;

    /// <summary>Names all cards of a deck.</summary>
    public static CardIds Assign(DeckEntry[] entries)
    {
        var result = new CardIds(new string?[entries.Length]);
        var repeats = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        var owners = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        var duplicates = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 1; i < entries.Length; i++)
        {
            var section = entries[i].Section;
            var anchor = Number(section.Anchor, repeats);
            if (section.Content is null)
            {
                continue;
            }

            var id = section.Metadata.Id ?? anchor;
            result.ids[i] = id;
            result.taken.Add(id);
            if (section.Content.Kind != CardKind.Note && !owners.TryAdd(id, i))
            {
                duplicates.Add((i, owners[id]));
            }
        }

        result.Duplicates = duplicates.ToImmutable();
        return result;
    }

    /// <summary>Whether two sections get the same id in the same place.</summary>
    public static bool AreAlike(Section a, Section b) =>
        a.Anchor == b.Anchor
        && a.Metadata.Id == b.Metadata.Id
        && a.Content is null == b.Content is null
        && a.Content?.Kind == CardKind.Note == (b.Content?.Kind == CardKind.Note);

    /// <summary>An id like the given one that no card has.</summary>
    public string Free(string id)
    {
        for (var n = 2; ; n++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
            if (!taken.Contains(candidate))
            {
                return candidate;
            }
        }
    }

    // GitHub's numbering: the second "a" becomes "a-1", and a heading "a-1" after it "a-1-1".
    private static string Number(string anchor, Dictionary<string, int> repeats)
    {
        if (repeats.TryAdd(anchor, 0))
        {
            return anchor;
        }

        string numbered;
        do
        {
            numbered = string.Create(CultureInfo.InvariantCulture, $"{anchor}-{++repeats[anchor]}");
        } while (!repeats.TryAdd(numbered, 0));
        return numbered;
    }
}
