using System.Collections.Immutable;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>A history that was attached in this session, and can be taken back.</summary>
/// <param name="Kept">The attachment.</param>
/// <param name="Asked">What the learner was asked before, and is asked again then.</param>
internal sealed record OpenAttachment(KeptAttachment Kept, ImmutableArray<Doubtful> Asked);

/// <summary>An item that started fresh in this session, which can be taken back.</summary>
/// <param name="Event">The id of the event; null where none was needed.</param>
/// <param name="Asked">What the learner was asked.</param>
internal sealed record OpenStart(Guid? Event, Doubtful Asked);

/// <summary>What the log says of all decks that were read, at one moment.</summary>
internal sealed record HistoryBook
{
    /// <summary>Before anything was read.</summary>
    public static HistoryBook Empty { get; } = new();

    /// <summary>The decks by their files.</summary>
    public ImmutableDictionary<string, DeckHistory> Decks { get; init; } =
        ImmutableDictionary.Create<string, DeckHistory>(StringComparer.Ordinal);

    /// <summary>What is learned; null where there is no log, or it was not read.</summary>
    public LearnedStates? Learned { get; init; }

    /// <summary>What answers say of the cards of open decks, by their files; none where the learner does not want to see it.</summary>
    public ImmutableDictionary<string, DeckFacts> Facts { get; init; } =
        ImmutableDictionary.Create<string, DeckFacts>(StringComparer.Ordinal);

    /// <summary>What the learner is asked: the items of <see cref="DeckHistory.Doubts"/>.</summary>
    public ImmutableArray<Doubtful> Asked { get; init; } = [];

    /// <summary>Attachments of this session, which may be taken back, by the keys of the items that have the histories.</summary>
    public ImmutableDictionary<string, OpenAttachment> Attached { get; init; } =
        ImmutableDictionary.Create<string, OpenAttachment>(StringComparer.Ordinal);

    /// <summary>Items that started fresh in this session, by their keys.</summary>
    public ImmutableDictionary<string, OpenStart> Fresh { get; init; } =
        ImmutableDictionary.Create<string, OpenStart>(StringComparer.Ordinal);

    /// <summary>The book after histories were attached.</summary>
    public HistoryBook With(ImmutableArray<KeptAttachment> attachments) =>
        this with
        {
            // What was attached to a card that has no history any more cannot be taken back there.
            Attached = Attached
                .RemoveRange(attachments.Select(one => one.Known.Id))
                .SetItems(
                    attachments
                        .Where(one => !one.IsReturn)
                        .Select(one => KeyValuePair.Create(one.Item.Key, new OpenAttachment(one, AskedBefore(one))))
                ),
        };

    /// <summary>The book after attachments were taken back: the learner is asked again, and by the same question.</summary>
    public HistoryBook Without(ImmutableArray<OpenAttachment> attachments)
    {
        var left = Attached.RemoveRange(attachments.Select(one => one.Kept.Item.Key));
        return this with
        {
            Attached = left,
            Asked =
            [
                .. attachments
                    .SelectMany(one => one.Asked)
                    .Concat(Asked)
                    .Where(doubt => !left.ContainsKey(doubt.Item.Key))
                    .DistinctBy(doubt => doubt.Item.Key, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The book after the learner said of some items that they are new ones: nobody asks about them again.</summary>
    /// <param name="starts">The items' keys, and the events that say so.</param>
    public HistoryBook Decided(IReadOnlyDictionary<string, Guid?> starts)
    {
        return this with
        {
            Asked = Open(Asked),
            Fresh = Fresh.SetItems(
                Asked
                    .Where(doubt => starts.ContainsKey(doubt.Item.Key))
                    .Select(doubt => KeyValuePair.Create(doubt.Item.Key, new OpenStart(starts[doubt.Item.Key], doubt)))
            ),
            Attached = Attached.SetItems(
                Attached.Select(pair =>
                    KeyValuePair.Create(pair.Key, pair.Value with { Asked = Open(pair.Value.Asked) })
                )
            ),
        };

        ImmutableArray<Doubtful> Open(ImmutableArray<Doubtful> doubts) =>
            doubts.RemoveAll(doubt => starts.ContainsKey(doubt.Item.Key));
    }

    /// <summary>The book after the learner wants to be asked again about items that started fresh.</summary>
    public HistoryBook Reopened(IReadOnlyCollection<string> items) =>
        this with
        {
            Asked =
            [
                .. items
                    .Select(item => Fresh.GetValueOrDefault(item)?.Asked)
                    .OfType<Doubtful>()
                    .Concat(Asked)
                    .DistinctBy(doubt => doubt.Item.Key, StringComparer.Ordinal),
            ],
            Fresh = Fresh.RemoveRange(items),
        };

    /// <summary>Whether an item started fresh, and what it may have been is still to be had.</summary>
    public bool CanReopen(SeenItem item) =>
        Fresh.GetValueOrDefault(item.Key) is { Asked: var doubt }
        && doubt.Item.Fingerprint == item.Fingerprint
        && doubt.Candidates.Any(candidate => Attached.Values.All(one => one.Kept.Known.Id != candidate.Known.Id));

    /// <summary>A doubtful card that has an item, and its deck's file; null where none is in doubt.</summary>
    public (string Path, DoubtfulCard Card)? FindDoubt(string? item) =>
        Decks
            .Values.SelectMany(deck => deck.Doubts, (deck, doubt) => (deck.Path, doubt))
            .Where(pair => pair.doubt.Items.Any(one => one.Key == item))
            .Select(pair => ((string, DoubtfulCard)?)pair)
            .FirstOrDefault();

    /// <summary>Whom an attachment answers for: its own item, which others may have been, and who else may have been it.</summary>
    private ImmutableArray<Doubtful> AskedBefore(KeptAttachment one)
    {
        ImmutableArray<Doubtful> asked =
        [
            .. Asked.Where(doubt =>
                doubt.Item.Key == one.Item.Key || doubt.Candidates.Any(candidate => candidate.Known.Id == one.Known.Id)
            ),
        ];
        return asked.Any(doubt => doubt.Item.Key == one.Item.Key)
            ? asked
            : asked.Add(new Doubtful(one.Item, [new IdentityCandidate(one.Known, Similarity: 1)]));
    }

    /// <summary>A card that has an item and is missed again and again; null where there is none.</summary>
    public LeechCard? FindLeech(string? item) =>
        Decks.Values.SelectMany(deck => deck.Leeches).FirstOrDefault(leech => leech.Items.Any(one => one == item));
}
