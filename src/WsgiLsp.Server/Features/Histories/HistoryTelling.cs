using System.Collections.Immutable;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>Tells what the log says of decks: of all that were read, and later of those of which it may say otherwise.</summary>
/// <param name="decks">The decks that were read.</param>
/// <param name="asked">The items that may be older ones.</param>
/// <param name="apart">The decks that have no histories, because others of their names have them.</param>
internal sealed class HistoryTelling(
    IReadOnlyList<SeenDeck> decks,
    ImmutableArray<Doubtful> asked,
    ImmutableArray<DeckApart> apart
)
{
    private readonly ILookup<string, SeenDeck> byId = decks.ToLookup(deck => deck.Id, StringComparer.Ordinal);
    private readonly ILookup<string, Doubtful> doubts = asked.ToLookup(doubt => doubt.Item.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = apart.ToDictionary(
        deck => deck.Path,
        deck => deck.Owner,
        StringComparer.Ordinal
    );

    /// <summary>The decks that were read.</summary>
    public IReadOnlyList<SeenDeck> Decks => decks;

    /// <summary>What is told of all decks.</summary>
    /// <param name="states">What the log knows of items.</param>
    public IEnumerable<DeckHistory> Tell(ItemStates states) => decks.Select(deck => Tell(deck, states));

    /// <summary>What is told of the decks of which that depends on some items.</summary>
    /// <param name="items">The keys of the items.</param>
    /// <param name="states">What the log knows of items.</param>
    public IEnumerable<DeckHistory> Tell(IReadOnlySet<string> items, ItemStates states) =>
        items
            .SelectMany(DeckIdsIn)
            .Concat(
                // How often a candidate was answered is told with it.
                asked
                    .Where(doubt => doubt.Candidates.Any(candidate => items.Contains(candidate.Known.Id)))
                    .Select(doubt => doubt.Item.DeckId)
            )
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => byId[id])
            .Select(deck => Tell(deck, states));

    /// <summary>The ids that the deck of an item may have, by the item's key.</summary>
    private static IEnumerable<string> DeckIdsIn(string item)
    {
        for (var slash = item.IndexOf('/'); slash >= 0; slash = item.IndexOf('/', slash + 1))
        {
            yield return item[..slash];
        }
    }

    private DeckHistory Tell(SeenDeck deck, ItemStates states) =>
        owners.TryGetValue(deck.Path, out var owner)
            ? new DeckHistory
            {
                Path = deck.Path,
                Id = deck.Id,
                Namesake = owner,
            }
            : new DeckHistory
            {
                Path = deck.Path,
                Id = deck.Id,
                Leeches = DeckHistory.FindLeeches(deck.Items, states),
                Doubts =
                    doubts.Count == 0 ? [] : DeckHistory.Group(deck.Items.SelectMany(item => doubts[item.Key]), states),
            };
}
