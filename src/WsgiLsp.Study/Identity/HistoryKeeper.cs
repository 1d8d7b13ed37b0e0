using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Identity;

/// <summary>A deck and its file.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Deck">The deck.</param>
public sealed record DeckAt(string Path, Deck Deck);

/// <summary>A history that was attached to an item.</summary>
/// <param name="Event">The id of the event, which can be taken back.</param>
/// <param name="Item">The item that has the history since.</param>
/// <param name="Known">What the log knew of who had it before.</param>
public sealed record KeptAttachment(Guid Event, SeenItem Item, KnownItem Known)
{
    /// <summary>
    /// Whether the card only went back to what it said before, as when a change is undone or a branch switched: who knows
    /// the history knows it by that text, so that this is no news.
    /// </summary>
    public bool IsReturn => Known.Last.Fingerprint != Item.Fingerprint && Known.Fingerprints.Contains(Item.Fingerprint);
}

/// <summary>What became of histories.</summary>
/// <param name="Attachments">The histories that moved to the card that they belong to, returns included.</param>
/// <param name="Changed">How many items are due because their answer changed.</param>
/// <param name="Doubtful">Items that may be older ones under another name; nothing was decided.</param>
/// <param name="Apart">Decks that were left out because another one has their name and the histories.</param>
public sealed record KeptHistories(
    ImmutableArray<KeptAttachment> Attachments,
    int Changed,
    ImmutableArray<Doubtful> Doubtful,
    ImmutableArray<DeckApart> Apart
)
{
    /// <summary>The histories that moved to a card that they were not known by.</summary>
    public ImmutableArray<KeptAttachment> News => Attachments.RemoveAll(one => one.IsReturn);

    /// <summary>How many these are.</summary>
    public int Attached => News.Length;
}

/// <summary>
/// Brings the log up to date with decks: histories follow their cards through edits, and what cards say is kept where it
/// changed. For the moment a session starts, or a deck is saved.
/// </summary>
public static class HistoryKeeper
{
    /// <inheritdoc cref="Keep(ReviewLog, IReadOnlyCollection{SeenDeck}, Func{string, bool}, ImmutableArray{Doubtful})"/>
    public static KeptHistories Keep(ReviewLog log, IReadOnlyCollection<DeckAt> decks, Func<string, bool> exists) =>
        Keep(log, [.. decks.Select(deck => SeenDeck.Of(deck.Path, deck.Deck))], exists, asked: []);

    /// <summary>Looks at decks and logs what changed since they were last looked at.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decks">The decks that were read.</param>
    /// <param name="exists">Whether a file exists: a deck that was not read and is there is left alone.</param>
    /// <param name="asked">
    /// What the learner was asked last time. Who answers for one card is still asked about another that may be the same.
    /// </param>
    /// <exception cref="ReviewLogException">The log cannot be read or written.</exception>
    public static KeptHistories Keep(
        ReviewLog log,
        IReadOnlyCollection<SeenDeck> decks,
        Func<string, bool> exists,
        ImmutableArray<Doubtful> asked
    )
    {
        var histories = Histories(log);
        var owners = DeckOwners.Of(decks, histories, exists);
        var read = owners.Decks.Select(deck => deck.Id).ToHashSet(StringComparer.Ordinal);

        // A deck that was given another id is still in its file, and one that was not saved yet may be in any since.
        var files = owners.Decks.Select(deck => deck.Path).ToHashSet(StringComparer.Ordinal);
        var known = histories
            .Where(history =>
                read.Contains(history.Item.Last.DeckId)
                || history.Path is not { } path
                || files.Contains(path)
                || !exists(path)
            )
            .Select(history => history.Item)
            .ToList();
        var items = owners
            .Decks.SelectMany(deck => deck.Items.Select(item => (item, deck.Path)))
            .DistinctBy(pair => pair.item.Key)
            .ToList();
        var paths = items.ToDictionary(pair => pair.item.Key, pair => pair.Path, StringComparer.Ordinal);
        var found = StillInDoubt(IdentityMatcher.Match(known, items.Select(pair => pair.item)), asked);
        var identified = found.Decisions.OfType<Identified>().ToList();
        var displaced = Displaced(found, log.Now.Milliseconds);
        var attachments = Move(log, identified, displaced);
        var changes = new List<ReviewEvent>();
        foreach (var one in identified)
        {
            if (one.Known.Last != one.Item || one.IsAttachment)
            {
                changes.Add(HistoryEvents.Seen(one.Item, paths[one.Item.Key]));
            }

            if (one.Known.HasHistory && AnswerChange.Former(one.Known.Last, one.Item) is { } former)
            {
                changes.Add(HistoryEvents.DueNow(one.Item, former));
            }
        }

        // What is in doubt is not written down as a new item before somebody decided.
        changes.AddRange(
            found.Decisions.OfType<Unknown>().Select(one => HistoryEvents.Seen(one.Item, paths[one.Item.Key]))
        );
        if (changes.Count > 0)
        {
            log.AppendAll(changes);
        }

        return new KeptHistories(
            attachments,
            changes.Count(change => change.Kind == ReviewEventKind.DueNow),
            [.. found.Decisions.OfType<Doubtful>().Select(doubt => Renamed(doubt, displaced))],
            owners.Apart
        );
    }

    /// <summary>Tells which decks would be left out. Only reads the log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decks">The decks that were read.</param>
    /// <param name="exists">Whether a file exists.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static ImmutableArray<DeckApart> FindApart(
        ReviewLog log,
        IReadOnlyCollection<SeenDeck> decks,
        Func<string, bool> exists
    ) => DeckOwners.Of(decks, Histories(log), exists).Apart;

    private static List<(KnownItem Item, string? Path)> Histories(ReviewLog log)
    {
        var states = log.ReadItemStates();
        return [.. KnownHistories.Of(log.ReadIdentity(), key => !states[key].IsNew).All];
    }

    /// <summary>
    /// Items that were asked about, and whose candidates have no card still, are in doubt as they were: unknown ones, and
    /// those that had a history for a while and were never answered themselves.
    /// </summary>
    private static Identification StillInDoubt(Identification found, ImmutableArray<Doubtful> asked)
    {
        var before = asked.ToDictionary(doubt => doubt.Item.Key, StringComparer.Ordinal);
        var lost = found.Lost.Select(known => known.Id).ToHashSet(StringComparer.Ordinal);
        return before.Count == 0
            ? found
            : found with
            {
                Decisions = [.. found.Decisions.Select(decision => Again(decision) ?? decision)],
            };

        Doubtful? Again(IdentityDecision decision) =>
            decision is Unknown or Identified { IsAttachment: false, Known.HasHistory: false }
            && before.TryGetValue(decision.Item.Key, out var doubt)
            && doubt.Item.Fingerprint == decision.Item.Fingerprint
            && doubt.Candidates.RemoveAll(candidate => !lost.Contains(candidate.Known.Id)) is { IsEmpty: false } left
                ? doubt with
                {
                    Item = decision.Item,
                    Candidates = left,
                }
                : null;
    }

    /// <summary>New names for what lost its card while another one has its key now.</summary>
    private static Dictionary<string, string> Displaced(Identification found, long now)
    {
        var taken = found.Decisions.Select(decision => decision.Item.Key).ToHashSet(StringComparer.Ordinal);
        return found
            .Lost.Where(lost => taken.Contains(lost.Id))
            .ToDictionary(lost => lost.Id, lost => $"{lost.Id}@{now}", StringComparer.Ordinal);
    }

    /// <summary>Moves histories to their cards, and out of the way what was displaced, all at one moment.</summary>
    /// <returns>What moved to a card and is worth something.</returns>
    private static ImmutableArray<KeptAttachment> Move(
        ReviewLog log,
        List<Identified> identified,
        Dictionary<string, string> displaced
    )
    {
        var moved = identified.Where(one => one.IsAttachment).ToList();
        if (moved.Count + displaced.Count == 0)
        {
            return [];
        }

        var ids = log.AppendAll([
            .. moved.Select(one => HistoryEvents.Move(one.Known.Id, one.Item.Key)),
            .. displaced.Select(pair => HistoryEvents.Move(pair.Key, pair.Value)),
        ]);
        return
        [
            .. moved
                .Zip(ids, (one, id) => new KeptAttachment(id, one.Item, one.Known))
                .Where(attached => attached.Known.HasHistory),
        ];
    }

    private static Doubtful Renamed(Doubtful doubt, Dictionary<string, string> displaced) =>
        doubt with
        {
            Candidates =
            [
                .. doubt.Candidates.Select(one =>
                    displaced.TryGetValue(one.Known.Id, out var id)
                        ? one with
                        {
                            Known = one.Known with { Id = id },
                        }
                        : one
                ),
            ],
        };
}
