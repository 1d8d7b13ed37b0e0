using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using TextEdit = WsgiLsp.Protocol.Types.TextEdit;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Quizzes on sheets: begins and opens them, has read what the learner types, and has the client write what follows. All
/// work is done one piece after another, away from the connection's loop.
/// </summary>
/// <param name="book">The sessions.</param>
/// <param name="client">The client.</param>
/// <param name="documents">The open documents.</param>
/// <param name="publish">Publishes findings.</param>
/// <param name="keep">Brings the log up to date with a deck that is asked.</param>
/// <param name="clock">Tells when a client had time to ask.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class SheetDesk(
    SheetBook book,
    SheetClient client,
    DocumentStore documents,
    Action<PublishDiagnosticsParams> publish,
    Func<IReadOnlyCollection<DeckAt>, Task> keep,
    TimeProvider clock,
    ILogger logger
) : IAsyncDisposable
{
    // So long a client may take to ask what follows a line end, if it is one that asks; else it is written unasked.
    private static readonly TimeSpan TimeToAsk = TimeSpan.FromMilliseconds(250);

    private readonly SheetReader reader = new(book, client.Habit);
    private readonly SerialQueue turns = new(exception => Tell(exception, client, logger), clock);

    // Sheets that were asked for to go on with: where their file is older than the session, it is brought up to date unasked.
    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);

    // A client that was once seen to let a line end pass without asking does not ask.
    private bool isSilent;

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
                    client.Say(
                        MessageType.Info,
                        "There is nothing to ask here: no card, or all of them suspended, buried today, or faulty."
                    );
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

            wanted.Add(request.Sheet);
            foreach (var open in documents.Current.Documents.Values.Where(one => one.Sheet == request.Sheet))
            {
                React(open.Uri);
            }

            turns.Start(() => client.OpenAsync(sheet.Place.Path, sheet.Text.Lines.Length));
        });

    /// <summary>A document was opened or changed.</summary>
    public void Changed(OpenDocument document)
    {
        if (document.Sheet is not null)
        {
            _ = turns.Post(() => React(document.Uri));
        }
    }

    /// <summary>A sheet was closed.</summary>
    public void Closed(OpenDocument document)
    {
        if (document.Sheet is { } id)
        {
            _ = turns.Post(() =>
            {
                reader.Forget(document.Uri);
                if (!IsOpen(id))
                {
                    book.Release(id);
                }

                publish(new PublishDiagnosticsParams(document.Uri, []));
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
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            var view = reader.ViewOf(document);
            view.IsAsked = true;
            client.Habit.SeeCaret(line == document.Text.LineCount - 1);
            if ((reader.Take(document, line) ?? (view.IsLost ? reader.Again(document) : null)) is { } edit)
            {
                var change = edit.In(document, client.Habit.Kept);
                view.Send(document.Version);
                view.Applied();
                edits = [new TextEdit(documents.Positions.Range(document.Text, change.Span), change.NewText)];
                client.Refresh();
            }

            Publish(document);
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
                Write(document, edit);
            }

            Publish(document);
        });

    /// <summary>Brings a sheet up to date that is behind.</summary>
    public void Restore(SheetRequest request) =>
        _ = turns.Post(() =>
        {
            if (documents.Current.Find(request.Uri) is { } document && reader.Missing(document) is { } edit)
            {
                Write(document, edit);
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turns.EndAsync(finishes: true);
        book.Dispose();
    }

    /// <summary>Says what failed, since nobody waits for it.</summary>
    private static void Tell(Exception exception, SheetClient client, ILogger logger)
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

    private void React(string uri)
    {
        if (documents.Current.Find(uri) is not { } document)
        {
            return;
        }

        var isAsked = reader.ViewOf(document).IsAsked;
        if (client.MayAsk && !isAsked && !isSilent && reader.Peek(document))
        {
            turns.Start(() => ReactLaterAsync(uri));
            return;
        }

        SheetEdit? edit = null;
        if (isAsked)
        {
            // Only whether what was written is there, and what says nothing.
            _ = reader.Peek(document);
        }
        else
        {
            edit = reader.Take(document);
        }

        if (wanted.Remove(document.Sheet!) && reader.ViewOf(document).IsBehind)
        {
            edit = reader.Missing(document);
        }

        Publish(document);
        if (edit is not null)
        {
            Write(document, edit);
        }
    }

    /// <summary>Gives a client that may ask the time to do so.</summary>
    private async Task ReactLaterAsync(string uri)
    {
        await Task.Delay(TimeToAsk, clock);
        await turns.Post(() =>
        {
            if (documents.Current.Find(uri) is { } document && !reader.ViewOf(document).IsAsked)
            {
                isSilent = true;
                React(uri);
            }
        });
    }

    private void Write(OpenDocument document, SheetEdit edit)
    {
        // Keys may have come while an answer was put on disk.
        if (
            documents.Current.Find(document.Uri) is { } current
            && current.Version != document.Version
            && reader.Again(current) is { } again
        )
        {
            (document, edit) = (current, again);
        }

        reader.ViewOf(document).Send(document.Version);
        turns.Start(() => WriteAsync(document, edit));
        client.Refresh();
    }

    /// <summary>Has the client write; where the text was another one by then, it is asked again.</summary>
    private async Task WriteAsync(OpenDocument document, SheetEdit edit)
    {
        var isWritten = await client.WriteAsync(document, edit.In(document, client.Habit.Kept));
        await turns.Post(() =>
        {
            if (documents.Current.Find(document.Uri) is not { } current)
            {
                return;
            }

            var view = reader.ViewOf(current);
            if (isWritten)
            {
                view.Applied();
            }
            else if (view.Refused() && reader.Again(current) is { } again)
            {
                Write(current, again);
                return;
            }

            React(current.Uri);
        });
    }

    private void Publish(OpenDocument document)
    {
        var view = reader.ViewOf(document);
        var found = SheetDiagnostics.Of(SheetReader.LinesOf(document), reader.SheetOf(document), view);
        if (!found.SequenceEqual(view.Published))
        {
            view.Published = found;
            publish(SheetDiagnostics.Publish(document, found, documents.Positions));
        }
    }
}
