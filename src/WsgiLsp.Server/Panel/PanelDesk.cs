using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CheatSheets;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Wordings;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Panel;

/// <summary>
/// Quizzes in the panels of a client that has such. Sessions are kept as those of sheets are, so that a panel goes on in
/// another process. All work is done one piece after another, away from the connection's loop.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where the person is told of problems.</param>
/// <param name="wordings">Adds learners' own wordings to decks.</param>
/// <param name="book">The sessions.</param>
/// <param name="readDeck">A deck as it is now; null where it is none any more.</param>
/// <param name="folderOf">The folder that a deck belongs to; null for none.</param>
/// <param name="keep">Brings the log up to date with the decks that are asked.</param>
/// <param name="queue">Where pages are made.</param>
/// <param name="settings">What the learner set.</param>
/// <param name="written">Called when something was written to the log.</param>
/// <param name="clock">Measures the patience at the end.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class PanelDesk(
    Connection connection,
    ClientWindow window,
    WordingDesk wordings,
    SheetBook book,
    Func<string, Deck?> readDeck,
    Func<string, string?> folderOf,
    Func<IReadOnlyCollection<DeckAt>, Task> keep,
    LogQueue queue,
    ServerSettings settings,
    Action written,
    TimeProvider clock,
    ILogger logger
) : IAsyncDisposable
{
    private const int MostTries = 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    private readonly SerialQueue turns = new(exception => Tell(exception, window, logger), clock);
    private readonly Dictionary<string, PanelSession> open = new(StringComparer.Ordinal);

    // Nothing is answered there: they go with the server.
    private readonly ConcurrentDictionary<string, PanelScreen> pages = new(StringComparer.Ordinal);

    /// <summary>Whether the client has panels.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>Serves panels from now on where the client says that it has them; to be called once, on the loop.</summary>
    /// <param name="options">The client's initialization options.</param>
    public void Offer(JsonElement? options)
    {
        IsWanted = PanelOffer.IsIn(options);
        if (IsWanted)
        {
            connection.OnRequest(PanelMethods.Answer, (answer, _) => InTurnAsync(() => Answer(answer)));
            connection.OnRequest(PanelMethods.Open, (wanted, cancellation) => OpenAsync(wanted, cancellation));
            connection.OnNotification(PanelMethods.Close, closed => Close(closed.Session));
            connection.OnRequest(PanelMethods.Edit, (place, _) => EditAsync(place));
            connection.OnRequest(PanelMethods.Wording, (wording, _) => WordAsync(wording));
        }
    }

    /// <summary>Begins a quiz, and has the client show it.</summary>
    /// <param name="read">Reads the deck, or all decks where the request names none.</param>
    /// <param name="request">What to ask.</param>
    public void Begin(Func<IReadOnlyList<DeckAt>> read, QuizRequest request) =>
        turns.Start(async () =>
        {
            var decks = read();
            await keep(decks);
            var id = SheetFile.NewId();
            var screen =
                request.Mode == StudyMode.CheatSheet.Name()
                    ? await PageAsync(decks, request, id)
                    : await InTurnAsync(() => Begin(decks, request, id));
            if (screen is null)
            {
                window.Say(MessageType.Info, QuizItems.NothingToAsk);
                return;
            }

            Show(screen);
        });

    /// <summary>Goes on with a quiz that was begun in a panel.</summary>
    /// <param name="session">The session's id.</param>
    public void Resume(string session) =>
        turns.Start(async () =>
        {
            await WaitForAsync(session, CancellationToken.None);
            Show(await InTurnAsync(() => FindAgain(session)));
        });

    /// <summary>
    /// Files were saved, or changed on disk: what is asked of a deck among them from now on is what it says now. To be called
    /// on the loop: what is answered after it waits for it.
    /// </summary>
    /// <param name="paths">Their full paths.</param>
    public void DecksChanged(IReadOnlyCollection<string> paths)
    {
        if (IsWanted)
        {
            _ = turns.Post(() => RenewAsync(paths));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turns.EndAsync(finishes: false);
        book.Dispose();
    }

    private void Show(PanelScreen screen) =>
        connection.Notify(PanelMethods.Show, new PanelShown(PanelPage.Make(screen.Session).Html, screen));

    private PanelScreen? Begin(IReadOnlyList<DeckAt> decks, QuizRequest request, string id) =>
        book.Begin(decks, request, id, path: "") is { } sheet ? Put(sheet).Screen : null;

    private PanelScreen Answer(PanelAnswer answer)
    {
        if (pages.TryGetValue(answer.Session, out var page))
        {
            return page;
        }

        var screen = Find(answer.Session).Answer(answer.Taken, answer.Lines);
        written();
        return screen;
    }

    private async Task<PanelShown?> OpenAsync(PanelWanted wanted, CancellationToken cancellation)
    {
        await WaitForAsync(wanted.Session, cancellation);
        return await InTurnAsync(() => Open(wanted));
    }

    /// <summary>The server before this one, which was stopped or killed, may take a moment to let go of a session.</summary>
    private async Task WaitForAsync(string session, CancellationToken cancellation)
    {
        for (var tries = MostTries; tries > 0 && await InTurnAsync(() => book.IsElsewhere(session)); tries--)
        {
            await Task.Delay(BetweenTries, clock, cancellation);
        }
    }

    private PanelShown? Open(PanelWanted wanted)
    {
        try
        {
            var screen = pages.GetValueOrDefault(wanted.Session) ?? FindAgain(wanted.Session);
            return new PanelShown(PanelPage.Make(screen.Session).Html, screen);
        }
        catch (RpcException e)
        {
            window.Say(MessageType.Warning, e.Message);
            return null;
        }
    }

    private async Task<Nothing> EditAsync(PanelEdit place)
    {
        if (readDeck(DocumentUri.ToPath(place.Uri)) is not null)
        {
            var line = new Position(place.Line, 0);
            await window.ShowAsync(place.Uri, new Protocol.Types.Range(line, line));
        }

        return default;
    }

    /// <summary>What was overruled is looked up in its turn; the client, who may be slow, is asked outside of it.</summary>
    private async Task<Nothing> WordAsync(PanelWording wording)
    {
        var session = await InTurnAsync(() => Find(wording.Session));
        if (await InTurnAsync(() => session.Overruled(wording.Concept)) is { } said)
        {
            await wordings.AddAsync(session.Decks.Paths, said);
        }

        return default;
    }

    private void Close(string session)
    {
        pages.TryRemove(session, out _);
        _ = turns.Post(() =>
        {
            open.Remove(session);
            book.Release(session);
        });
    }

    /// <summary>Histories follow their cards first, so that what is answered next is theirs.</summary>
    private async Task RenewAsync(IReadOnlyCollection<string> paths)
    {
        var sessions = open.Values.Where(session => !session.IsFinished && session.Decks.HasAnyOf(paths)).ToList();
        if (sessions.Count > 0)
        {
            var decks = sessions.SelectMany(session => session.Decks.Now).Where(one => paths.Contains(one.Path));
            await keep([.. decks.DistinctBy(one => one.Path)]);
            sessions.ForEach(session => session.Renew(paths.Contains));
        }
    }

    /// <summary>What could not go on before may do so by now: its deck was mended, or its other editor closed.</summary>
    private PanelScreen FindAgain(string id)
    {
        book.LookAgain(id);
        return Find(id).Screen;
    }

    private PanelSession Find(string id)
    {
        if (open.TryGetValue(id, out var known))
        {
            return known;
        }

        return book.Find(id, out var problem) is { } sheet
            ? Put(sheet)
            : throw new RpcException(ErrorCodes.RequestFailed, problem!);
    }

    private PanelSession Put(Sheet sheet) =>
        open[sheet.Place.Id] = new PanelSession(sheet.Place.Id, sheet.Runner, DecksOf(sheet.Place.Decks));

    private Task<PanelScreen?> PageAsync(IReadOnlyList<DeckAt> decks, QuizRequest request, string id) =>
        queue.Run<PanelScreen?>(log =>
        {
            var options = settings.Current.Study.Session with
            {
                Selection = new CardSelection
                {
                    Cards = [.. decks.SelectMany(one => QuizSelection.Of(one.Deck, request)).Select(card => card.Key)],
                },
            };
            var page = OpenedCheatSheet.Of(log, decks, options);
            if (page.Cards.IsEmpty)
            {
                return null;
            }

            var title = decks is [var only] ? only.Deck.Title : "Cheat sheet";
            return pages[id] = PanelPages.Of(id, title, page, DecksOf([.. decks.Select(one => one.Path)]));
        });

    private PanelDecks DecksOf(IReadOnlyCollection<string> paths) => new(paths, readDeck, folderOf);

    private Task<T> InTurnAsync<T>(Func<T> work) =>
        turns.Run(() =>
        {
            try
            {
                return Task.FromResult(work());
            }
            catch (ReviewLogException e)
            {
                throw new RpcException(ErrorCodes.RequestFailed, e.Message);
            }
        });

    private static void Tell(Exception exception, ClientWindow window, ILogger logger)
    {
        if (exception is RpcException or ReviewLogException)
        {
            window.Say(MessageType.Error, exception.Message);
            return;
        }

        logger.LogError(exception, "The panel failed");
        window.Say(MessageType.Error, "The panel failed: " + exception.Message);
    }
}
