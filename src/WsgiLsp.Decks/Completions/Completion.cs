using System.Collections.Immutable;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Completions;

/// <summary>What a completion is.</summary>
public enum CompletionSort
{
    /// <summary>A key of a card's comment.</summary>
    CardKey,

    /// <summary>A key of the front matter.</summary>
    FrontMatterKey,

    /// <summary>One of the words that a key can have.</summary>
    Value,

    /// <summary>A kind of card.</summary>
    Kind,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>A card, by its id.</summary>
    Card,

    /// <summary>A heading, by its anchor.</summary>
    Heading,

    /// <summary>A deck.</summary>
    Deck,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A callout.</summary>
    Callout,

    /// <summary>A whole card, to be filled in.</summary>
    Skeleton,
}

/// <summary>Something that can be written at a place.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Label">What a list shows.</param>
/// <param name="Text">What is written; with stops where <see cref="HasStops"/>.</param>
public sealed record Completion(CompletionSort Sort, string Label, string Text)
{
    /// <summary>What a list shows beside it.</summary>
    public string? Detail { get; init; }

    /// <summary>What typed letters are compared with; null for the text.</summary>
    public string? Filter { get; init; }

    /// <summary>Whether the text has stops <c>${1:text}</c>, at which its author goes on; <c>$0</c> is the last.</summary>
    public bool HasStops { get; init; }

    /// <summary>What it names, where it is a card, heading or deck.</summary>
    public Named? Named { get; init; }

    /// <summary>The text without stops, for editors that know none.</summary>
    public string PlainText => HasStops ? Stops.Plain(Text) : Text;
}

/// <summary>All that can be written at a place.</summary>
/// <param name="Insert">What was typed of it, up to the cursor.</param>
/// <param name="Replace">The same with what follows the cursor and belongs to it.</param>
/// <param name="Items">What can be written, the likeliest first.</param>
/// <param name="IsIncomplete">Whether there is more, and typing on may show it.</param>
public sealed record CompletionSet(
    TextSpan Insert,
    TextSpan Replace,
    ImmutableArray<Completion> Items,
    bool IsIncomplete = false
);
