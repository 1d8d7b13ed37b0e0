using System.Collections.Immutable;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// Keeps the log in step with the decks on disk, and knows what it says of each. It looks when a deck was saved or is asked,
/// never while somebody types. Safe to use from several threads: only work in the queue writes the book.
/// </summary>
/// <param name="queue">Where work with the log is done.</param>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
/// <param name="decks">The full paths of all decks that are open or in the open folders.</param>
/// <param name="changed">Told, from any thread, when what the log says may have changed.</param>
/// <param name="attached">Told, from any thread, of histories that moved by themselves.</param>
internal sealed class HistoryWatch(
    LogQueue queue,
    ConfigLookup configs,
    Func<IEnumerable<string>> decks,
    Action changed,
    Action<ImmutableArray<KeptAttachment>> attached
)
{
    private readonly Lock guard = new();
    private readonly DeckShelf shelf = new(configs);
    private HistoryBook book = HistoryBook.Empty;
    private bool isQueued;
    private bool keeps;

    /// <summary>What the log says, as far as it was looked at.</summary>
    public HistoryBook Book => Volatile.Read(ref book);

    /// <summary>What the log says of a deck; null where it was not looked at, or there is no log.</summary>
    /// <param name="path">The deck's file.</param>
    public DeckHistory? Of(string path) => Book.Decks.GetValueOrDefault(path);

    /// <summary>Looks at the log again in the background.</summary>
    /// <param name="keeps">Whether histories follow their cards: after a save. Else the log is only read.</param>
    public void Update(bool keeps)
    {
        lock (guard)
        {
            this.keeps |= keeps;
            if (isQueued)
            {
                return;
            }

            isQueued = true;
        }

        queue.Post(Update);
    }

    /// <summary>
    /// Lets histories follow their cards before one of a deck is answered, as at the start of every session: an answer means
    /// what the deck says now, and the log must know what that was.
    /// </summary>
    /// <param name="answered">The deck as it is asked, which may not be saved.</param>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The server ends.</exception>
    public Task KeepAsync(DeckAt answered) =>
        queue.Run(log =>
        {
            Look(log, keeps: true, SeenDeck.Of(answered.Path, answered.Deck));
            return true;
        });

    /// <summary>Attaches histories as the learner chose, and looks at the log again.</summary>
    /// <param name="choice">Writes to the log; what it returns can be taken back.</param>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public Task AttachAsync(Func<ReviewLog, ImmutableArray<KeptAttachment>> choice) =>
        ChangeAsync((log, now) => now.With(choice(log)));

    /// <summary>Lets items be new ones, and looks at the log again.</summary>
    /// <param name="items">The items.</param>
    /// <param name="path">The file of their deck.</param>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public Task StartFreshAsync(ImmutableArray<SeenItem> items, string path) =>
        ChangeAsync(
            (log, now) =>
                now.Decided(
                    items.ToDictionary(
                        item => item.Key,
                        item => HistoryChoices.StartFresh(log, item, path),
                        StringComparer.Ordinal
                    )
                )
        );

    /// <summary>Asks again about items that started fresh, and looks at the log again.</summary>
    /// <param name="items">The keys of the items.</param>
    /// <returns>What the log says then.</returns>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public Task<HistoryBook> AskAgainAsync(IReadOnlyCollection<string> items) =>
        ChangeAsync(
            (log, now) =>
            {
                HistoryChoices.TakeBack(
                    log,
                    items
                        .Where(item => now.Fresh.GetValueOrDefault(item)?.Event is not null)
                        .Select(item => KeyValuePair.Create(item, now.Fresh[item].Event!.Value))
                );
                return now.Reopened(items);
            }
        );

    /// <summary>Writes something to the log, and looks at it again.</summary>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public Task WriteAsync(Action<ReviewLog> write) =>
        ChangeAsync(
            (log, now) =>
            {
                write(log);
                return now;
            }
        );

    /// <summary>Takes attachments back, and looks at the log again. Those that were taken back already are passed over.</summary>
    /// <returns>Those that were taken back.</returns>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public async Task<ImmutableArray<OpenAttachment>> TakeBackAsync(ImmutableArray<KeptAttachment> attachments)
    {
        ImmutableArray<OpenAttachment> taken = [];
        await ChangeAsync(
            (log, now) =>
            {
                var events = attachments.Select(one => one.Event).ToHashSet();
                taken = [.. now.Attached.Values.Where(one => events.Contains(one.Kept.Event))];
                if (!taken.IsEmpty)
                {
                    HistoryChoices.Detach(log, taken.Select(one => one.Kept));
                }

                return now.Without(taken);
            }
        );
        return taken;
    }

    private Task<HistoryBook> ChangeAsync(Func<ReviewLog, HistoryBook, HistoryBook> change) =>
        queue.Run(log =>
        {
            // The log first: what stands here already may change with it.
            Volatile.Write(ref book, change(log, Book));
            Look(log, keeps: true);
            return Book;
        });

    private void Update(ReviewLog log)
    {
        bool mayKeep;
        lock (guard)
        {
            mayKeep = keeps;
            (isQueued, keeps) = (false, false);
        }

        // Who learns nothing has no log, and gets none by saving a deck.
        if (File.Exists(log.Path))
        {
            Look(log, mayKeep);
        }
    }

    private void Look(ReviewLog log, bool keeps, SeenDeck? unsaved = null)
    {
        var read = shelf.Read(decks().Distinct(StringComparer.Ordinal));
        read = unsaved is null ? read : [.. read.Where(deck => deck.Path != unsaved.Path), unsaved];
        var before = Book;
        var kept = keeps ? HistoryKeeper.Keep(log, read, File.Exists, before.Asked) : null;
        var asked = kept?.Doubtful ?? before.Asked;
        var apart = kept?.Apart ?? HistoryKeeper.FindApart(log, read, File.Exists);
        Volatile.Write(
            ref book,
            before.With(kept?.Attachments ?? []) with
            {
                Decks = Tell(read, asked, apart, log.ReadItemStates()),
                Asked = asked,
            }
        );
        changed();
        if (kept is { Attached: > 0 })
        {
            attached(kept.News);
        }
    }

    private static ImmutableDictionary<string, DeckHistory> Tell(
        IReadOnlyList<SeenDeck> decks,
        ImmutableArray<Doubtful> asked,
        ImmutableArray<DeckApart> apart,
        ItemStates states
    )
    {
        var owners = apart.ToDictionary(deck => deck.Path, deck => deck.Owner, StringComparer.Ordinal);
        var doubts = asked.ToLookup(doubt => doubt.Item.Key, StringComparer.Ordinal);
        return decks.ToImmutableDictionary(
            deck => deck.Path,
            deck =>
                owners.TryGetValue(deck.Path, out var owner)
                    ? new DeckHistory
                    {
                        Path = deck.Path,
                        Id = deck.Id,
                        Namesake = owner,
                    }
                    : new DeckHistory
                    {
                        Path = deck.Path,
                        Id = deck.Id,
                        Leeches = DeckHistory.FindLeeches(deck.Items, states),
                        Doubts =
                            doubts.Count == 0
                                ? []
                                : DeckHistory.Group(deck.Items.SelectMany(item => doubts[item.Key]), states),
                    },
            StringComparer.Ordinal
        );
    }
}
