using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Answers what is typed on sheets: has it read, and the client write what follows. For one piece of work at a time.
/// </summary>
/// <param name="reader">Reads what is typed.</param>
/// <param name="client">The client.</param>
/// <param name="documents">The open documents.</param>
/// <param name="publish">Publishes findings.</param>
/// <param name="turns">Where work on sheets is done.</param>
/// <param name="clock">Tells when a client had time to ask.</param>
internal sealed class SheetReplies(
    SheetReader reader,
    SheetClient client,
    DocumentStore documents,
    Action<PublishDiagnosticsParams> publish,
    SerialQueue turns,
    TimeProvider clock
)
{
    // So long a client may take to ask what follows a line end, if it is one that asks; else it is written unasked.
    private static readonly TimeSpan TimeToAsk = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);

    // A client that was once seen to let a line end pass without asking does not ask; unless it asked before, since what an
    // undo brings back is asked about by nobody.
    private bool isSilent;
    private bool hasAsked;

    /// <summary>Notes that a sheet is gone on with: where its file is older than the session, it is brought up to date unasked.</summary>
    /// <param name="sheet">The sheet's id.</param>
    public void Want(string sheet) => wanted.Add(sheet);

    /// <summary>Has what is complete on a sheet judged, and the reply written.</summary>
    /// <param name="uri">The sheet's document.</param>
    public void React(string uri)
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

    /// <summary>The client asks what follows a line end.</summary>
    /// <param name="document">The sheet.</param>
    /// <param name="line">The line on which the caret is now.</param>
    /// <returns>What follows.</returns>
    public IReadOnlyList<TextEdit> LineEnded(OpenDocument document, int line)
    {
        IReadOnlyList<TextEdit> edits = [];
        var view = reader.ViewOf(document);
        view.Asks(document.Version, client.KnowsVersions);
        hasAsked = true;
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
        return edits;
    }

    /// <summary>Has the client write.</summary>
    /// <param name="document">The document that the edit is for.</param>
    /// <param name="edit">The edit.</param>
    public void Write(OpenDocument document, SheetEdit edit)
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

    /// <summary>Publishes what is found on a sheet, where that is news.</summary>
    public void Publish(OpenDocument document)
    {
        var view = reader.ViewOf(document);
        var found = SheetDiagnostics.Of(SheetReader.LinesOf(document), reader.SheetOf(document), view);
        if (!found.SequenceEqual(view.Published))
        {
            view.Published = found;
            publish(SheetDiagnostics.Publish(document, found, documents.Positions));
        }
    }

    /// <summary>Forgets a document that was closed, and takes back what was found in it.</summary>
    public void Forget(string uri)
    {
        reader.Forget(uri);
        publish(new PublishDiagnosticsParams(uri, []));
    }

    /// <summary>Gives a client that may ask the time to do so.</summary>
    private async Task ReactLaterAsync(string uri)
    {
        await Task.Delay(TimeToAsk, clock);
        await turns.Post(() =>
        {
            if (documents.Current.Find(uri) is { } document && !reader.ViewOf(document).IsAsked)
            {
                isSilent = !hasAsked;
                React(uri);
            }
        });
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
}
