using System.Collections.Immutable;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>What the log says of all decks that were read, at one moment.</summary>
internal sealed record HistoryBook
{
    /// <summary>Before anything was read.</summary>
    public static HistoryBook Empty { get; } = new();

    /// <summary>The decks by their files.</summary>
    public ImmutableDictionary<string, DeckHistory> Decks { get; init; } =
        ImmutableDictionary.Create<string, DeckHistory>(StringComparer.Ordinal);

    /// <summary>What the learner is asked: the items of <see cref="DeckHistory.Doubts"/>.</summary>
    public ImmutableArray<Doubtful> Asked { get; init; } = [];

    /// <summary>Attachments of this session, which may be taken back, by the keys of the items that have the histories.</summary>
    public ImmutableDictionary<string, KeptAttachment> Attached { get; init; } =
        ImmutableDictionary.Create<string, KeptAttachment>(StringComparer.Ordinal);

    /// <summary>A doubtful card that has an item, and its deck's file; null where none is in doubt.</summary>
    public (string Path, DoubtfulCard Card)? FindDoubt(string? item) =>
        Decks
            .Values.SelectMany(deck => deck.Doubts, (deck, doubt) => (deck.Path, doubt))
            .Where(pair => pair.doubt.Items.Any(one => one.Key == item))
            .Select(pair => ((string, DoubtfulCard)?)pair)
            .FirstOrDefault();

    /// <summary>A card that has an item and is missed again and again; null where there is none.</summary>
    public LeechCard? FindLeech(string? item) =>
        Decks.Values.SelectMany(deck => deck.Leeches).FirstOrDefault(leech => leech.Items.Any(one => one == item));
}
