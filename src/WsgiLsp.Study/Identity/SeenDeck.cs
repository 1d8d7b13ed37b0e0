using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Identity;

/// <summary>What a deck's items say, without the deck: little enough to be kept for all decks of a workspace.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Id">The deck's id.</param>
/// <param name="HasExplicitId">Whether the author gave the id: it is not the file's name.</param>
/// <param name="Items">The items, in the order of the file.</param>
public sealed record SeenDeck(string Path, string Id, bool HasExplicitId, ImmutableArray<SeenItem> Items)
{
    /// <summary>What a deck says now.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="deck">The deck.</param>
    public static SeenDeck Of(string path, Deck deck) =>
        new(path, deck.Id, deck.FrontMatter.Id is not null, [.. deck.Cards.SelectMany(SeenItem.AllOf)]);
}
