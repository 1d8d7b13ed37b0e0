using System.Collections.Immutable;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// A card that its author gave another key on purpose, by its heading or id. Its history follows for certain, whatever the
/// card says now.
/// </summary>
/// <param name="From">The card's key before: <c>deck/card</c>.</param>
/// <param name="To">Its key now.</param>
public sealed record RenamedCard(string From, string To)
{
    /// <summary>Notes a rename after others: who is renamed twice comes from where it was first.</summary>
    public static ImmutableArray<RenamedCard> Add(ImmutableArray<RenamedCard> renamed, RenamedCard card)
    {
        var from = renamed.FirstOrDefault(before => before.To == card.From)?.From ?? card.From;
        var others = renamed.RemoveAll(before => before.To == card.From || before.From == from);
        return from == card.To ? others : others.Add(new RenamedCard(from, card.To));
    }

    /// <summary>Lets the histories of renamed cards follow, once their decks are saved so.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decks">The decks as they are.</param>
    /// <param name="renamed">What was renamed.</param>
    /// <returns>What was attached, and the cards that are still to be found.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read or written.</exception>
    public static (ImmutableArray<KeptAttachment> Attached, ImmutableArray<RenamedCard> Left) Follow(
        ReviewLog log,
        IReadOnlyCollection<SeenDeck> decks,
        ImmutableArray<RenamedCard> renamed
    )
    {
        if (renamed.IsEmpty)
        {
            return ([], []);
        }

        var states = log.ReadItemStates();
        var known = KnownHistories
            .Of(log.ReadIdentity(), key => !states[key].IsNew)
            .All.ToDictionary(history => history.Item.Id, history => history.Item, StringComparer.Ordinal);
        var items = decks
            .SelectMany(deck => deck.Items.Select(item => (Item: item, deck.Path)))
            .ToLookup(one => one.Item.CardKey, StringComparer.Ordinal);
        var attached = ImmutableArray.CreateBuilder<KeptAttachment>();
        foreach (var card in renamed.Where(card => IsDone(card)))
        {
            foreach (var (item, path) in items[card.To])
            {
                if (
                    known.TryGetValue(ItemKey.Of(card.From, item.Item), out var before)
                    && before.HasHistory
                    && states[item.Key].IsNew
                )
                {
                    attached.Add(HistoryChoices.Attach(log, item, path, before));
                }
            }
        }

        return (attached.ToImmutable(), renamed.RemoveAll(card => IsDone(card)));

        bool IsDone(RenamedCard card) => items.Contains(card.To) && !items.Contains(card.From);
    }
}
