using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// A card as it is asked: its content with everything that it inherits. It does not know its place in the file, so that
/// it outlives edits elsewhere; <see cref="Deck"/> knows the place.
/// </summary>
public sealed record Card
{
    /// <summary>The name of the item that asks a recall card backwards.</summary>
    public const string ReverseItem = "reverse";

    /// <summary>The deck's id, which is the first half of <see cref="Key"/>.</summary>
    public required string DeckId
    {
        get;
        init
        {
            field = value;
            Key = KeyOf(value, Id);
        }
    }

    /// <summary>The id within the deck: explicit, or GitHub's anchor of the heading.</summary>
    public required string Id
    {
        get;
        init
        {
            field = value;
            Key = KeyOf(DeckId, value);
        }
    }

    /// <summary>Whether the author gave the id: it then stays when the heading is reworded.</summary>
    public bool HasExplicitId { get; init; }

    /// <summary>What the card says.</summary>
    public required CardContent Content { get; init; }

    /// <summary>The effective level, or null where none is given.</summary>
    public CardLevel? Level { get; init; }

    /// <summary>The effective tags: front matter's, then groups', then its own; each once.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Titles of the groups that it stands in, outermost first.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Whether options may be shown in another order than the deck's.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>How a typed answer is compared; null where the author does not say.</summary>
    public TypedMatch? Match { get; init; }

    /// <summary>How far a typed number may be off, at least 0; null where the author does not say.</summary>
    public double? Tolerance { get; init; }

    /// <summary>What is to be learned first: <c>card</c> in this deck, <c>deck/card</c> elsewhere; each once.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>The decks to be learned first, by their ids: the front matter's.</summary>
    public ImmutableArray<string> RequiresDecks { get; init; } = [];

    /// <summary>The chance of recall at which the deck wants its cards asked again, .7….99; null where it does not say.</summary>
    public double? Retention { get; init; }

    /// <summary>Whether the deck's language is another than English.</summary>
    public bool IsForeignLanguage { get; init; }

    /// <summary>The day that the deck wants its reader to be ready for; null where it does not say.</summary>
    public DateOnly? By { get; init; }

    /// <summary>
    /// The items that the card is asked as: the empty name for the card itself, <c>c1</c> and its like for blanks,
    /// <see cref="ReverseItem"/> for a recall card that is asked backwards as well.
    /// </summary>
    public ImmutableArray<string> Items { get; init; } = [""];

    /// <summary>Whether the author took the card out of study with <c>suspend=true</c>.</summary>
    public bool Suspended { get; init; }

    /// <summary>The card's identity in the log: <c>deck-id/card-id</c>. Kept, since it is asked for at every look at the log.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What the card asks of the reader.</summary>
    public CardKind Kind => Content.Kind;

    private static string KeyOf(string? deckId, string? id) => deckId is null || id is null ? "" : $"{deckId}/{id}";
}
