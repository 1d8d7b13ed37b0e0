using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>A key of the front matter, or of a card's comment.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it does, in a line of Markdown.</param>
public sealed record DeckKey(string Name, string Summary)
{
    /// <summary>The keys of the front matter, in the formatter's order.</summary>
    public static ImmutableArray<DeckKey> OfFrontMatter { get; } =
    [
        new("deck", "The deck's title; else the title heading, else the id."),
        new("id", "The deck's id; else the file name without `.deck.md` or `.md`."),
        new("level", "`beginner`, `intermediate` or `advanced`, for cards that have none."),
        new("tags", "Tags of all cards."),
        new("minutes", "How long the deck takes, as the author thinks."),
        new("sources", "Where its facts come from: a list of addresses."),
        new("card-level", "The heading level of cards, 1–6; deeper headings belong to the card."),
        new("shuffle", "`false` keeps options in the order of the deck."),
        new("cloze", "`mark` reads `==x==` as a blank, too; `braces` is the default."),
        new("requires", "Ids of decks to learn first."),
        new("ignore", "Names of rules that are silent in this deck."),
        new("retention", "The share that you want to remember, 0.7–0.99."),
        new("by", "The day to be ready for, such as `2027-02-14`."),
        new("lang", "The language, `en` by default; rules that judge English words rest in others."),
    ];

    /// <summary>The keys of a card's comment, in the formatter's order.</summary>
    public static ImmutableArray<DeckKey> OfCards { get; } =
    [
        new("id", "The card's id: it stays when the heading is reworded."),
        new("level", "`beginner`, `intermediate` or `advanced`."),
        new("tags", "Words, separated by commas; they add up with those of groups and front matter."),
        new("kind", "The kind of card, where its shape does not tell."),
        new("requires", "Cards to learn first: `card` in this deck, `deck/card` elsewhere."),
        new("shuffle", "`false` keeps the options in this order."),
        new("match", "How a typed answer is compared: `exact`, `ci` (case and accents do not matter), `number`."),
        new("tol", "How far a number may be off."),
        new("reverse", "`true` asks a short recall card backwards as well."),
        new("ignore", "Names of rules that are silent here, separated by commas."),
        new("suspend", "`true` takes the card out of study."),
    ];

    /// <summary>The words that a key of the front matter can have as value; empty where it is free.</summary>
    /// <param name="key">The key.</param>
    public static ImmutableArray<string> FrontMatterValues(string key) =>
        key switch
        {
            "level" or "shuffle" => MetadataKeys.Values(key),
            "cloze" => FrontMatterReader.ClozeStyles,
            "card-level" => ["1", "2", "3", "4", "5", "6"],
            _ => [],
        };
}
