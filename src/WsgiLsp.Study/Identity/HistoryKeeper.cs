using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Identity;

/// <summary>A deck and its file.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Deck">The deck.</param>
public sealed record DeckAt(string Path, Deck Deck);

/// <summary>What became of histories.</summary>
/// <param name="Attached">How many moved to the card that they belong to.</param>
/// <param name="Changed">How many items are due because their answer changed.</param>
/// <param name="Doubtful">Items that may be older ones under another name; nothing was decided.</param>
public sealed record KeptHistories(int Attached, int Changed, ImmutableArray<Doubtful> Doubtful);

/// <summary>
/// Brings the log up to date with decks: histories follow their cards through edits, and what cards say is kept where it
/// changed. For the moment a session starts, or a deck is saved.
/// </summary>
public static class HistoryKeeper
{
    /// <summary>Looks at decks and logs what changed since they were last looked at.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decks">The decks that were read.</param>
    /// <param name="exists">Whether a file exists: a deck that was not read and is there is left alone.</param>
    /// <exception cref="ReviewLogException">The log cannot be read or written.</exception>
    public static KeptHistories Keep(ReviewLog log, IReadOnlyCollection<DeckAt> decks, Func<string, bool> exists)
    {
        var states = log.ReadItemStates();
        var read = decks.Select(deck => deck.Deck.Id).ToHashSet(StringComparer.Ordinal);
        var known = KnownHistories
            .Of(log.ReadIdentity(), key => !states[key].IsNew)
            .All.Where(history => read.Contains(history.Item.Last.DeckId) || IsGone(history.Path))
            .Select(history => history.Item)
            .ToList();
        var items = decks
            .SelectMany(deck => deck.Deck.Cards.SelectMany(SeenItem.AllOf).Select(item => (item, deck.Path)))
            .DistinctBy(pair => pair.item.Key)
            .ToList();
        var paths = items.ToDictionary(pair => pair.item.Key, pair => pair.Path, StringComparer.Ordinal);
        var found = IdentityMatcher.Match(known, items.Select(pair => pair.item));
        var identified = found.Decisions.OfType<Identified>().ToList();
        var moves = Moves(found, identified, log.Now.Milliseconds);
        if (moves.Count > 0)
        {
            log.AppendAll(moves);
        }

        var changes = new List<ReviewEvent>();
        foreach (var one in identified)
        {
            if (one.Known.Last != one.Item || one.IsAttachment)
            {
                changes.Add(Seen(one.Item, paths[one.Item.Key]));
            }

            if (one.Known.HasHistory && AnswerChange.Former(one.Known.Last, one.Item) is { } former)
            {
                changes.Add(
                    new ReviewEvent
                    {
                        Kind = ReviewEventKind.DueNow,
                        Item = one.Item.Key,
                        Given = former,
                    }
                );
            }
        }

        // What is in doubt is not written down as a new item before somebody decided.
        changes.AddRange(found.Decisions.OfType<Unknown>().Select(one => Seen(one.Item, paths[one.Item.Key])));
        if (changes.Count > 0)
        {
            log.AppendAll(changes);
        }

        return new KeptHistories(
            identified.Count(one => one is { Known.HasHistory: true, IsAttachment: true }),
            changes.Count(change => change.Kind == ReviewEventKind.DueNow),
            [.. found.Decisions.OfType<Doubtful>()]
        );

        bool IsGone(string? path) => path is not null && !exists(path);
    }

    /// <summary>
    /// Histories to their cards; and out of the way what lost its card while another one has its key now.
    /// </summary>
    private static List<ReviewEvent> Moves(Identification found, List<Identified> identified, long now)
    {
        var moves = identified.Where(one => one.IsAttachment).Select(one => Move(one.Known.Id, one.Item.Key)).ToList();
        var taken = found.Decisions.Select(decision => decision.Item.Key).ToHashSet(StringComparer.Ordinal);
        moves.AddRange(
            found.Lost.Where(lost => taken.Contains(lost.Id)).Select(lost => Move(lost.Id, $"{lost.Id}@{now}"))
        );
        return moves;
    }

    private static ReviewEvent Move(string from, string to) =>
        new()
        {
            Kind = ReviewEventKind.Attach,
            Item = to,
            Given = from,
        };

    private static ReviewEvent Seen(SeenItem item, string path) =>
        new()
        {
            Kind = ReviewEventKind.Seen,
            Item = item.Key,
            Given = item.ToJson(),
            Shown = path,
        };
}
