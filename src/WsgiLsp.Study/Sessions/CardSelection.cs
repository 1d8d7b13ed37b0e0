using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Which cards a learner wants: one of the decks, and one of the groups, and so on; an empty list means all. Case does not
/// matter.
/// </summary>
public sealed record CardSelection
{
    /// <summary>Ids of decks.</summary>
    public ImmutableArray<string> Decks { get; init; } = [];

    /// <summary>Titles of groups that the card stands in, at whatever depth.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Ids of cards, alone or as <c>deck/card</c>.</summary>
    public ImmutableArray<string> Cards { get; init; } = [];

    /// <summary>Tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Levels.</summary>
    public ImmutableArray<CardLevel> Levels { get; init; } = [];

    /// <summary>Kinds.</summary>
    public ImmutableArray<CardKind> Kinds { get; init; } = [];

    /// <summary>Whether single cards are named: they are asked even where others would have to wait.</summary>
    public bool NamesCards => !Cards.IsEmpty;

    /// <summary>Whether a card is wanted.</summary>
    public bool Has(Card card) =>
        IsOneOf(Decks, card.DeckId)
        && (Groups.IsEmpty || card.Path.Any(title => IsOneOf(Groups, title)))
        && (Cards.IsEmpty || IsOneOf(Cards, card.Id) || IsOneOf(Cards, card.Key))
        && (Tags.IsEmpty || card.Tags.Any(tag => IsOneOf(Tags, tag)))
        && (Levels.IsEmpty || (card.Level is { } level && Levels.Contains(level)))
        && (Kinds.IsEmpty || Kinds.Contains(card.Kind));

    private static bool IsOneOf(ImmutableArray<string> wanted, string word) =>
        wanted.IsEmpty || wanted.Contains(word, StringComparer.OrdinalIgnoreCase);
}
