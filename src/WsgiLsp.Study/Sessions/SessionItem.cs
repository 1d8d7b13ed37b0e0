using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>Something to ask in a session.</summary>
public sealed record SessionItem
{
    /// <summary>The card.</summary>
    public required Card Card { get; init; }

    /// <summary>The item's identity in the log.</summary>
    public string Key => Card.Key;

    /// <summary>Whether the item was never answered before this session.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Whether an answer of today counts as practice, because there was one before on this study day.</summary>
    public required bool IsPractice { get; init; }

    /// <summary>
    /// For choice and multi: the deck's indices of the options in the order in which they are shown. Empty for other kinds.
    /// </summary>
    public ImmutableArray<int> OptionOrder { get; init; } = [];

    /// <summary>The options in the order in which they are shown, each with its deck's index; empty for other kinds.</summary>
    public IEnumerable<(int Index, Option Option)> ShownOptions =>
        Card.Content is ChoiceContent choice ? OptionOrder.Select(index => (index, choice.Options[index])) : [];
}
