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

    /// <summary><c>minutes</c>: how long the author thinks the deck takes, at least 0.</summary>
    public double? Minutes { get; init; }

    /// <summary><c>sources</c>: where the deck's facts come from, mostly URLs.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary><c>cloze: mark</c>: whether <c>==x==</c> is a blank as well.</summary>
    public bool HasHighlightClozes { get; init; }

    /// <summary><c>requires</c>: ids of decks to learn first.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary><c>retention</c>: the share to remember that is aimed at, 0.7–0.99.</summary>
    public double? Retention { get; init; }

    /// <summary><c>by</c>: the day to be ready for.</summary>
    public DateOnly? By { get; init; }

    /// <summary>Whether the deck is in English, whatever the region.</summary>
    public bool IsEnglish =>
        Language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
        && (Language.Length == 2 || Language[2] is '-' or '_');
}
