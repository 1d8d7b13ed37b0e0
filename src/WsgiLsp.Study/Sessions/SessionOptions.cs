using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>In which order a session asks.</summary>
public enum SessionOrder
{
    /// <summary>Due items first, longest overdue first; then new ones in the deck's order.</summary>
    Due,

    /// <summary>Due items by the chance that they are still remembered, highest first; then new ones.</summary>
    Retrievability,

    /// <summary>Shuffled by the seed.</summary>
    Random,

    /// <summary>The deck's order.</summary>
    Deck,
}

/// <summary>Which items a session asks, by what the log knows of them.</summary>
[Flags]
public enum ItemChoice
{
    /// <summary>All that the mode asks by itself: what is due, and new ones within the day's limit.</summary>
    Default = 0,

    /// <summary>Due items.</summary>
    Due = 1,

    /// <summary>New items, the day's limit put aside.</summary>
    New = 2,

    /// <summary>Items missed again and again; see <see cref="Reviews.ItemState.IsLeech"/>.</summary>
    Leeches = 4,

    /// <summary>Items missed in the last exam.</summary>
    Missed = 8,

    /// <summary>All items, due or not.</summary>
    All = 16,
}

/// <summary>What a session asks.</summary>
public sealed record SessionOptions
{
    /// <summary>How many items a session asks where nobody says.</summary>
    public const int DefaultLimit = 20;

    /// <summary>What kind of session it is.</summary>
    public StudyMode Mode { get; init; }

    /// <summary>Which cards.</summary>
    public CardSelection Selection { get; init; } = new();

    /// <summary>Which of their items.</summary>
    public ItemChoice Choice { get; init; }

    /// <summary>In which order; null for what suits the mode and the number of due items.</summary>
    public SessionOrder? Order { get; init; }

    /// <summary>At most so many items, at least 1; null for all.</summary>
    public int? Limit { get; init; } = DefaultLimit;

    /// <summary>Decides the random order and the order of options; the same seed gives the same session.</summary>
    public int Seed { get; init; }

    /// <summary>At most so many new items a day over all decks, at least 0.</summary>
    public int NewPerDay { get; init; } = 10;

    /// <summary>At most so many new items a day of single decks, by their ids.</summary>
    public ImmutableDictionary<string, int> NewPerDayOfDeck { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>At most so many reviews a day of single decks, by their ids.</summary>
    public ImmutableDictionary<string, int> ReviewsPerDayOfDeck { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Keys of the items missed in the last exam, for <see cref="ItemChoice.Missed"/>.</summary>
    public IReadOnlySet<string> Missed { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Whether a card is among those to choose from, whatever the log knows.</summary>
    public bool Wants(Card card) => Selection.Has(card) && Mode.Has(card.Kind);
}
