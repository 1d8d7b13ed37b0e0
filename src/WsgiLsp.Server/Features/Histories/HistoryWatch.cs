using System.Collections.Immutable;
using WsgiLsp.Server.Features.Learning;
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
/// <param name="withFacts">The full paths of the decks of which it is wanted what answers say of their cards.</param>
/// <param name="changed">Told, from any thread, what of what the log says may have changed.</param>
/// <param name="attached">Told, from any thread, of histories that moved by themselves.</param>
internal sealed class HistoryWatch(
    LogQueue queue,
    ConfigLookup configs,
    Func<IEnumerable<string>> decks,
    Func<IReadOnlySet<string>> withFacts,
    Action<HistoryNews> changed,
    Action<ImmutableArray<KeptAttachment>> attached
)
{
    private readonly Lock guard = new();
    private readonly DeckShelf shelf = new(configs);
    private HistoryBook book = HistoryBook.Empty;
    private LogStamp? stamp;
    private HistoryTelling? telling;
    private LookDepth? queued;
    private ImmutableArray<RenamedCard> renamed = [];

    /// <summary>What the log says, as far as it was looked at.</summary>
    public HistoryBook Book => Volatile.Read(ref book);

    /// <summary>Ends when all looks that are due were taken. Never fails.</summary>
    public Task Done => queue.Done;

    /// <summary>What the log says of a deck; null where it was not looked at, or there is no log.</summary>
    /// <param name="path">The deck's file.</param>
    public DeckHistory? Of(string path) => Book.Decks.GetValueOrDefault(path);

    /// <summary>Notes that a card is about to get another key, so that its history follows once its deck is saved.</summary>
    public void Expect(RenamedCard card)
    {
        lock (guard)
        {
            renamed = RenamedCard.Add(renamed, card);
        }
    }

    /// <summary>Looks at decks and log again in the background.</summary>
    /// <param name="keeps">Whether histories follow their cards: after a save. Else the log is only read.</param>
    public void Update(bool keeps) => Queue(keeps ? LookDepth.Keeping : LookDepth.Decks);

    /// <summary>Looks at the log again in the background where somebody wrote to it since: a quiz, a terminal, a sync.</summary>
    /// <param name="path">The log's file.</param>
    public void UpdateIfWritten(string path)
    {
        LogStamp? known;
        lock (guard)
        {
            known = stamp;
        }

        if (known is not null && known != LogStamp.Of(path))
        {
            Queue(LookDepth.Log);
        }
    }

    /// <summary>
    /// Lets histories follow their cards before one of a deck is answered, as at the start of every session: an answer means
    /// what the deck says now, and the log must know what that was.
    /// </summary>
    /// <param name="answered">The decks as they are asked, which may not be saved.</param>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The server ends.</exception>
    public Task KeepAsync(IReadOnlyCollection<DeckAt> answered) =>
        queue.Run(log =>
        {
            Look(log, keeps: true, [.. answered.Select(one => SeenDeck.Of(one.Path, one.Deck))]);
            return true;
        });

    /// <summary>Reads what the log has of an item, that of items whose history it took over included.</summary>
    /// <param name="item">The item's key.</param>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The server ends.</exception>
    public Task<IReadOnlyList<LoggedEvent>> ReadAsync(string item) =>
        queue.Run(log => log.ReadHistories([item], events => events).GetValueOrDefault(item, []));

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

    private void Queue(LookDepth depth)
    {
        lock (guard)
        {
            var isQueued = queued is not null;
            queued = queued > depth ? queued : depth;
            if (isQueued)
            {
                return;
            }
        }

        queue.Post(Update);
    }

    private void Update(ReviewLog log)
    {
        LookDepth? depth;
        lock (guard)
        {
            (depth, queued) = (queued, null);
        }

        // Who learns nothing has no log, and gets none by saving a deck.
        if (File.Exists(log.Path) && (depth > LookDepth.Log || !LookAtNews(log)))
        {
            Look(log, keeps: depth == LookDepth.Keeping);
        }
    }

    /// <summary>
    /// Looks only at what came to the log, and at the decks that it is about: an answer costs the same in any workspace.
    /// </summary>
    /// <returns>Whether that is enough; else nothing was done.</returns>
    private bool LookAtNews(ReviewLog log)
    {
        if (Book is not { Learned: { } learned } before || telling is not { } decks)
        {
            return false;
        }

        // Before it is read: what another process writes meanwhile is looked at next time.
        var seen = LogStamp.Of(log.Path);
        var news = LearnedNews.Read(log, learned);
        if (news.Items is not { } items)
        {
            return false;
        }

        var told = decks.Tell(items, news.Now.States).ToList();
        Put(
            log,
            seen,
            before with
            {
                Decks = before.Decks.SetItems(told.Select(deck => KeyValuePair.Create(deck.Path, deck))),
            },
            news,
            isTold: told.Exists(deck => !deck.Remarks.SequenceEqual(before.Decks[deck.Path].Remarks))
        );
        return true;
    }

    private void Look(ReviewLog log, bool keeps, params IReadOnlyList<SeenDeck> unsaved)
    {
        var seen = LogStamp.Of(log.Path);
        var read = shelf.Read(decks().Distinct(StringComparer.Ordinal));
        var asked = unsaved.Select(deck => deck.Path).ToHashSet(StringComparer.Ordinal);
        read = [.. read.Where(deck => !asked.Contains(deck.Path)), .. unsaved];
        var before = keeps ? Book.With(Follow(log, read)) : Book;
        var kept = keeps ? HistoryKeeper.Keep(log, read, File.Exists, before.Asked) : null;
        var doubtful = kept?.Doubtful ?? before.Asked;
        var news = LearnedNews.Read(log, before.Learned);
        telling = new HistoryTelling(read, doubtful, kept?.Apart ?? HistoryKeeper.FindApart(log, read, File.Exists));
        Put(
            log,
            seen,
            before.With(kept?.Attachments ?? []) with
            {
                Decks = telling.Tell(news.Now.States).ToImmutableDictionary(deck => deck.Path, StringComparer.Ordinal),
                Asked = doubtful,
            },
            news,
            isTold: true
        );
        if (kept is { Attached: > 0 })
        {
            attached(kept.News);
        }
    }

    /// <summary>Puts what was found into the book, with what is learned, and tells of it.</summary>
    private void Put(ReviewLog log, LogStamp seen, HistoryBook found, LearnedNews news, bool isTold)
    {
        var facts = ReadFacts(log, news, found.Facts);
        Volatile.Write(ref book, found with { Learned = news.Now, Facts = facts });
        lock (guard)
        {
            stamp = seen;
        }

        var areFactsNews = !AreSame(facts, found.Facts);
        changed(new HistoryNews(isTold || areFactsNews, news.IsOtherwise || areFactsNews));
    }

    /// <summary>Only of what somebody looks at: answers are many.</summary>
    private ImmutableDictionary<string, DeckFacts> ReadFacts(
        ReviewLog log,
        LearnedNews news,
        ImmutableDictionary<string, DeckFacts> before
    )
    {
        var wanted = withFacts();
        return wanted.Count == 0
            ? before.Clear()
            : telling!
                .Decks.Where(deck => wanted.Contains(deck.Path))
                .ToImmutableDictionary(
                    deck => deck.Path,
                    deck => DeckFacts.Read(log, deck, news, before.GetValueOrDefault(deck.Path)),
                    StringComparer.Ordinal
                );
    }

    private static bool AreSame(
        ImmutableDictionary<string, DeckFacts> some,
        ImmutableDictionary<string, DeckFacts> others
    ) => some.Count == others.Count && some.All(one => ReferenceEquals(one.Value, others.GetValueOrDefault(one.Key)));

    /// <summary>What was renamed goes before what only looks like it.</summary>
    private ImmutableArray<KeptAttachment> Follow(ReviewLog log, IReadOnlyList<SeenDeck> decks)
    {
        ImmutableArray<RenamedCard> expected;
        lock (guard)
        {
            expected = renamed;
        }

        var (followed, left) = RenamedCard.Follow(log, decks, expected);
        lock (guard)
        {
            renamed = renamed.RemoveAll(card => expected.Contains(card) && !left.Contains(card));
        }

        return followed;
    }

    /// <summary>How much is looked at: each more than the one before.</summary>
    private enum LookDepth
    {
        /// <summary>What came to the log.</summary>
        Log,

        /// <summary>All decks, and all of the log.</summary>
        Decks,

        /// <summary>The same, and histories follow their cards.</summary>
        Keeping,
    }
}

/// <summary>What of what the log says may have changed.</summary>
/// <param name="IsTold">What it says of decks.</param>
/// <param name="IsLearned">What is shown of learning.</param>
internal readonly record struct HistoryNews(bool IsTold, bool IsLearned);
