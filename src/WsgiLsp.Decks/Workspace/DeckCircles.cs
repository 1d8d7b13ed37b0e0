using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Workspace;

/// <summary>The circles of requirements within one deck.</summary>
internal sealed class DeckCircles
{
    private readonly List<(int Section, ImmutableArray<string> Requires)> edges;

    private DeckCircles(Deck deck, List<(int Section, ImmutableArray<string> Requires)> edges)
    {
        this.edges = edges;
        var next = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (section, requires) in edges)
        {
            var entry = deck.Entries[section];
            var card = entry.Id!;
            owners.TryAdd(card, section);

            // A group that requires one of its own cards speaks of the others.
            var inherited = entry.Section.Metadata.Requires.IsEmpty;
            next.TryAdd(
                card,
                [
                    .. requires
                        .Select(text => Requirements.Read(text, deck.Id))
                        .Where(required => required.Deck == deck.Id && !(inherited && required.Card == card))
                        .Select(required => required.Card),
                ]
            );
        }

        All =
        [
            .. Cycles
                .Find(next.Keys, card => next.GetValueOrDefault(card, []))
                .Select(pair => (owners[pair.Key], pair.Value))
                .OrderBy(item => item.Item1),
        ];
    }

    /// <summary>Each section whose card stands in a circle, with the circle's cards, its own first.</summary>
    public ImmutableArray<(int Section, IReadOnlyList<string> Circle)> All { get; }

    /// <summary>The circles of a deck; those found before where nothing requires anything else since.</summary>
    public static DeckCircles Of(Deck deck)
    {
        var current = new List<(int, ImmutableArray<string>)>();
        for (var i = 1; i < deck.Entries.Length; i++)
        {
            if (deck.Entries[i].Requires is { IsEmpty: false } requires)
            {
                current.Add((i, requires));
            }
        }

        if (deck.Ids.Circles is { } known && known.IsOf(current))
        {
            return known;
        }

        return deck.Ids.Circles = new DeckCircles(deck, current);
    }

    private bool IsOf(List<(int Section, ImmutableArray<string> Requires)> others) =>
        edges.Count == others.Count
        && edges
            .Zip(others)
            .All(pair =>
                pair.First.Section == pair.Second.Section
                && (
                    pair.First.Requires == pair.Second.Requires
                    || pair.First.Requires.SequenceEqual(pair.Second.Requires)
                )
            );
}
