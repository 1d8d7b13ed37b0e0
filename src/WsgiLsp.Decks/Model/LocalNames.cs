using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>The names that links within a deck can lead to.</summary>
/// <param name="ids">Anchors and ids.</param>
/// <param name="entries">The deck's entries.</param>
/// <param name="placing">Indices of the sections with further names.</param>
/// <param name="fileName">The deck's file name, by which a link may name it.</param>
internal sealed class LocalNames(CardIds ids, DeckEntry[] entries, int[] placing, string fileName)
{
    // Asked for each link of a deck.
    private Func<string, bool>? has;

    /// <summary>Where a link leads if that is a place in this deck that it does not have; else null.</summary>
    public LinkTarget? Dangling(SectionLink link) =>
        link.Target is { Fragment: { Length: > 0 } fragment } target
        && target.IsIn(fileName)
        && LinkFragment.Find(fragment, has ??= Has) is null
        && !LinkFragment.IsBuiltIn(fragment)
            ? target
            : null;

    /// <summary>Whether a section has a link that leads nowhere in this deck.</summary>
    public bool Dangles(DeckEntry entry)
    {
        foreach (var link in entry.Section.Links)
        {
            if (Dangling(link) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a section has a link to one of some names.</summary>
    public static bool Mentions(DeckEntry entry, ReadOnlySpan<string> names)
    {
        foreach (var link in entry.Section.Links)
        {
            foreach (var name in names)
            {
                if (LinkFragment.CanMean(link.Target.Fragment, name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Has(string name)
    {
        if (ids.HasName(entries, name))
        {
            return true;
        }

        foreach (var index in placing)
        {
            if (entries[index].Section.FurtherNames.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
