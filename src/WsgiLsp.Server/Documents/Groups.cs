using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Documents;

/// <summary>The groups of a deck.</summary>
internal static class Groups
{
    /// <summary>Each group with its path: the titles from the outermost group to its own.</summary>
    public static IEnumerable<(DeckSection Section, ImmutableArray<string> Path)> Of(Deck deck)
    {
        var open = new Stack<DeckSection>();
        foreach (var section in deck.Sections)
        {
            if (section.Role is not (SectionRole.Group or SectionRole.Card))
            {
                continue;
            }

            while (open.TryPeek(out var outer) && outer.Level >= section.Level)
            {
                open.Pop();
            }

            if (section.Role == SectionRole.Group)
            {
                open.Push(section);
                yield return (section, [.. open.Reverse().Select(group => group.Title)]);
            }
        }
    }
}
