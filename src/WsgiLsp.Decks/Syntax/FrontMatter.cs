using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>What a deck's front matter says; absent keys are null or empty.</summary>
public sealed record FrontMatter
{
    /// <summary>A deck without front matter.</summary>
    public static FrontMatter None { get; } = new();

    /// <summary><c>deck</c>: the title.</summary>
    public string? Deck { get; init; }

    /// <summary><c>id</c></summary>
    public string? Id { get; init; }

    /// <summary><c>level</c>, for cards that have none.</summary>
    public CardLevel? Level { get; init; }

    /// <summary><c>tags</c>, for all cards.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary><c>card-level</c>: the heading level of cards, 1–6; null to take every leaf heading.</summary>
    public int? CardLevel { get; init; }

    /// <summary><c>shuffle</c>: whether options are shuffled where a card does not say.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary><c>ignore</c>: rules that are silent in this deck.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary><c>lang</c>: the deck's language, <c>en</c> by default.</summary>
    public string Language { get; init; } = "en";
}
