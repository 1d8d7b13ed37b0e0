using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using TextEdit = WsgiLsp.Protocol.Types.TextEdit;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Quizzes on sheets: begins and opens them, and hands what is typed and pressed to who answers it. All work is done one piece
/// after another, away from the connection's loop.
/// </summary>
internal sealed class SheetDesk : IAsyncDisposable
{
    private readonly SheetBook book;
    private readonly SheetClient client;
    private readonly DocumentStore documents;
    private readonly Func<IReadOnlyCollection<DeckAt>, Task> keep;
    private readonly ILogger logger;
    private readonly SerialQueue turns;
    private readonly SheetReader reader;
    private readonly SheetReplies replies;

    /// <param name="book">The sessions, which are this desk's from now on.</param>
    /// <param name="client">The client.</param>
    /// <param name="documents">The open documents.</param>
    /// <param name="publish">Publishes findings.</param>
    /// <param name="keep">Brings the log up to date with a deck that is asked.</param>
    /// <param name="clock">Tells when a client had time to ask.</param>
    /// <param name="logger">Told of what fails.</param>
    public SheetDesk(
        SheetBook book,
        SheetClient client,
        DocumentStore documents,
        Action<PublishDiagnosticsParams> publish,
        Func<IReadOnlyCollection<DeckAt>, Task> keep,
        TimeProvider clock,
        ILogger logger
    )
    {
        this.book = book;
        this.client = client;
        this.documents = documents;
        this.keep = keep;
        this.logger = logger;
        turns = new SerialQueue(Tell, clock);
        reader = new SheetReader(book, client.Habit);
        replies = new SheetReplies(reader, client, documents, publish, turns, clock);
    }

    /// <summary>Whether the client can have sheets at all.</summary>
    public bool CanWrite => client.CanWrite;

    /// <summary>Begins a quiz on a new sheet, and opens that.</summary>
    /// <param name="read">Reads the deck, or all decks where the request names none.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="places">Where the sheet may go, the best place first, by its id.</param>
    public void Begin(
        Func<IReadOnlyList<DeckAt>> read,
        QuizRequest request,
        Func<string, IEnumerable<string>> places
    ) =>
        _ = turns.Post(async () =>
        {
            var decks = read();
            await keep(decks);
            var id = SheetFile.NewId();
            foreach (var path in places(id))
            {
                if (book.Begin(decks, request, id, path) is not { } sheet)
                {
                    client.Say(MessageType.Info, QuizItems.NothingToAsk);
                    return;
                }

                if (TryWrite(sheet))
                {
                    // Whoever opens it may be another server of the same editor.
                    book.Release(id);
                    turns.Start(() => client.OpenAsync(path, sheet.Text.Lines.Length));
                    return;
                }

                book.Drop(id);
            }

            client.Say(MessageType.Error, "No sheet can be written, neither beside the deck nor in the data folder.");
        });

    /// <summary>Opens a sheet again, and brings it to where its quiz is.</summary>
    public void Resume(SheetRequest request) =>
        _ = turns.Post(() =>
        {
            book.LookAgain(request.Sheet);
            if (book.Find(request.Sheet, out var problem) is not { } sheet)
            {
                client.Say(MessageType.Warning, problem!);
                return;
            }

            var isThere = File.Exists(sheet.Place.Path) || TryWrite(sheet);
            if (!IsOpen(request.Sheet))
            {
                book.Release(request.Sheet);
            }

            if (!isThere)
            {
                client.Say(MessageType.Error, $"The sheet {sheet.Place.Path} is gone and cannot be written again.");
                return;
            }

            replies.Want(request.Sheet);
            foreach (var open in documents.Current.Documents.Values.Where(one => one.Sheet == request.Sheet))
            {
                replies.React(open.Uri);
            }

            turns.Start(() => client.OpenAsync(sheet.Place.Path, sheet.Text.Lines.Length));
        });

    /// <summary>A document was opened or changed.</summary>
    public void Changed(OpenDocument document)
    {
        if (document.Sheet is not null)
        {
            _ = turns.Post(() => replies.React(document.Uri));
        }
    }

    /// <summary>A sheet was closed.</summary>
    public void Closed(OpenDocument document)
    {
        if (document.Sheet is { } id)
        {
            _ = turns.Post(() =>
            {
                replies.Forget(document.Uri);
                if (!IsOpen(id))
                {
                    book.Release(id);
                }
            });
        }
    }

    /// <summary>The client asks what follows a line end.</summary>
    /// <param name="document">The sheet.</param>
    /// <param name="line">The line on which the caret is now.</param>
    /// <param name="cancellation">Told when the client does not want the answer any more: nothing is taken then.</param>
    public async Task<IReadOnlyList<TextEdit>> LineEndedAsync(
        OpenDocument document,
        int line,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<TextEdit> edits = [];
        await turns.Post(() =>
        {
            if (!cancellation.IsCancellationRequested)
            {
                edits = replies.LineEnded(document, line);
            }
        });
        return edits;
    }

    /// <summary>A button of a sheet was pressed.</summary>
    public void Press(SheetRequest request) =>
        _ = turns.Post(() =>
        {
            if (documents.Current.Find(request.Uri) is not { } document || request.Line is not { } line)
            {
                return;
            }

            if (reader.Press(document, line, request.Taken) is { } edit)
            {
                replies.Write(document, edit);
            }

            replies.Publish(document);
        });

    /// <summary>Brings a sheet up to date that is behind.</summary>
    public void Restore(SheetRequest request) =>
        _ = turns.Post(() =>
        {
            if (documents.Current.Find(request.Uri) is { } document && reader.Missing(document) is { } edit)
            {
                replies.Write(document, edit);
            }
        });

    /// <summary>The buttons of an open sheet, and the line that they belong to; none where there is nothing to press.</summary>
    public async Task<(int Line, ImmutableArray<Command> Commands)> OffersAsync(OpenDocument document)
    {
        (int Line, ImmutableArray<Command> Commands) offers = (0, []);
        await turns.Post(() =>
        {
            if (reader.Place(document) is var (sheet, _, ask))
            {
                offers = (ask, [.. SheetOffers.For(document.Uri, sheet)]);
            }
            else if (reader.ViewOf(document).IsBehind)
            {
                offers = (0, [SheetOffers.Restore(document.Uri, document.Sheet!)]);
            }
        });
        return offers;
    }

    /// <summary>What was overruled on an open sheet, and the full paths of the decks that it asks; nothing where it has no session.</summary>
    public async Task<(ImmutableArray<string> Decks, ImmutableArray<OverruledConcept> Concepts)> OverruledAsync(
        OpenDocument document
    )
    {
        (ImmutableArray<string>, ImmutableArray<OverruledConcept>) overruled = ([], []);
        await turns.Post(() =>
        {
            if (reader.Place(document) is var (sheet, _, _))
            {
                overruled = (sheet.Place.Decks, [.. sheet.Runner.State.Overruled]);
            }
        });
        return overruled;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turns.EndAsync(finishes: true);
        book.Dispose();
    }

    /// <summary>Says what failed, since nobody waits for it.</summary>
    private void Tell(Exception exception)
    {
        if (exception is ReviewLogException)
        {
            client.Say(MessageType.Error, exception.Message);
            return;
        }

        logger.LogError(exception, "The sheet failed");
        client.Say(MessageType.Error, "The sheet failed: " + exception.Message);
    }

    private bool IsOpen(string sheet) => documents.Current.Documents.Values.Any(one => one.Sheet == sheet);

    private bool TryWrite(Sheet sheet)
    {
        try
        {
            SheetFile.Write(
                sheet.Place.Path,
                string.Join('\n', sheet.Text.Lines) + "\n" + (client.Habit.Kept == 0 ? "" : "\n")
            );
            return true;
        }
        catch (Exception exception) when (FileProblem.IsExpected(exception))
        {
            logger.LogWarning("The sheet cannot be written: {Reason}", exception.Message);
            return false;
        }
    }
}
