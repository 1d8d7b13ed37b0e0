using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>A deck that is kept apart: another one has its name, and the log's histories.</summary>
/// <param name="Path">The deck's file.</param>
/// <param name="Owner">The other one's file.</param>
public sealed record DeckApart(string Path, string Owner);

/// <summary>
/// Which decks the log's items belong to. Of decks in different folders whose files have one name, only the one that the
/// log knows has them, and what is a copy of it.
/// </summary>
/// <param name="Decks">The decks whose items are looked for; of one name the owner first.</param>
/// <param name="Apart">The others, without those that were given an id: two decks of one id are a mistake of their own.</param>
internal sealed record DeckOwners(ImmutableArray<SeenDeck> Decks, ImmutableArray<DeckApart> Apart)
{
    /// <summary>Tells decks of one name apart.</summary>
    /// <param name="decks">The decks that were read.</param>
    /// <param name="known">What the log knows, and the files where it was last seen.</param>
    /// <param name="exists">Whether a file exists: the log's deck may be one that was not read.</param>
    public static DeckOwners Of(
        IReadOnlyCollection<SeenDeck> decks,
        IEnumerable<(KnownItem Item, string? Path)> known,
        Func<string, bool> exists
    )
    {
        var files = decks.Select(deck => deck.Path).ToHashSet(StringComparer.Ordinal);
        var seen = known.ToLookup(one => one.Item.Last.DeckId, StringComparer.Ordinal);
        var owning = ImmutableArray.CreateBuilder<SeenDeck>();
        var apart = ImmutableArray.CreateBuilder<DeckApart>();
        foreach (var named in decks.GroupBy(deck => deck.Id, StringComparer.Ordinal))
        {
            // A deck without cards has no part in anything, unless its cards are what was lost.
            var candidates = named.Where(deck => !deck.Items.IsEmpty).DefaultIfEmpty(named.First()).ToList();
            var (owner, path) = OwnerOf(candidates, [.. seen[named.Key]], IsUnread);
            if (owner is not null)
            {
                owning.Add(owner);
            }

            foreach (var deck in candidates.Where(deck => deck != owner))
            {
                if (owner is not null && AreOne(owner, deck))
                {
                    owning.Add(deck);
                }
                else if (!deck.HasExplicitId)
                {
                    apart.Add(new DeckApart(deck.Path, path));
                }
            }
        }

        return new DeckOwners(owning.ToImmutable(), apart.ToImmutable());

        // A file that was read and has another id has this one no longer.
        bool IsUnread(string path) => !files.Contains(path) && exists(path);
    }

    private static bool AreOne(SeenDeck owner, SeenDeck deck) =>
        (owner.HasExplicitId && deck.HasExplicitId) || DeckIdentity.IsSame(owner.Items, deck.Items);

    /// <summary>The deck that has the items of an id, and its path; no deck where it is one that was not read.</summary>
    private static (SeenDeck? Deck, string Path) OwnerOf(
        List<SeenDeck> decks,
        List<(KnownItem Item, string? Path)> seen,
        Func<string, bool> isUnread
    )
    {
        // Who gives an id means it, wherever the file is.
        if (decks.Find(deck => deck.HasExplicitId) is { } named)
        {
            return (named, named.Path);
        }

        // The file where most of it was seen counts between copies, and where the cards do not tell.
        var places = seen.Select(one => one.Path)
            .OfType<string>()
            .CountBy(path => path, StringComparer.Ordinal)
            .OrderByDescending(place => place.Value)
            .ThenBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => place.Key)
            .ToList();
        List<SeenDeck> inOrder =
        [
            .. decks
                .OrderBy(deck => places.IndexOf(deck.Path) is >= 0 and var place ? place : places.Count)
                .ThenBy(deck => deck.Path, StringComparer.Ordinal),
        ];
        if (DeckIdentity.Owner(seen.Select(one => one.Item.Last), [.. inOrder.Select(deck => deck.Items)]) is { } index)
        {
            return (inOrder[index], inOrder[index].Path);
        }

        var home = places.Find(path => inOrder.Exists(deck => deck.Path == path) || isUnread(path));
        return home is null ? (inOrder[0], inOrder[0].Path) : (inOrder.Find(deck => deck.Path == home), home);
    }
}
