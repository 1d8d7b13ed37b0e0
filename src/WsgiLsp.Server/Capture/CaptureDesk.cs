using System.Globalization;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features;
using WsgiLsp.Server.Workspace;
using TextEdit = WsgiLsp.Decks.Text.TextEdit;

namespace WsgiLsp.Server.Capture;

/// <summary>
/// Makes cards of selections, as <c>wsgilsp capture</c> does: into the inbox of the folder that the text is from. A deck that
/// is open gets the card by an edit of the client, which can be undone; any other is written.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where the person is told.</param>
/// <param name="client">What it understands.</param>
/// <param name="documents">The open documents.</param>
/// <param name="folders">The open folders.</param>
/// <param name="configs">Tells which files are decks, and how they are read.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class CaptureDesk(
    Connection connection,
    ClientWindow window,
    Func<ClientCapabilities> client,
    DocumentStore documents,
    WorkspaceFolders folders,
    ConfigLookup configs,
    ILogger logger
)
{
    private readonly DeckFiles deckFiles = new(configs);

    /// <summary>Starts to make a card, and returns at once.</summary>
    /// <exception cref="RpcException">The document is not open, or has changed since it was selected in.</exception>
    public void Start(CaptureRequest request)
    {
        var text = TextOf(request);
        _ = Task.Run(() => RunAsync(DocumentUri.ToPath(request.Uri), request.Range.Start.Line + 1, text));
    }

    private string TextOf(CaptureRequest request)
    {
        if (request.Text is { } text)
        {
            return text;
        }

        if (documents.Current.Find(request.Uri) is not { } document || document.Version != request.Version)
        {
            throw new RpcException(ErrorCodes.ContentModified, "The text has changed. Select it again.");
        }

        return document.Text.ToString(documents.Positions.Span(document.Text, request.Range));
    }

    private async Task RunAsync(string path, int line, string text)
    {
        try
        {
            if ((folders.Of(path) ?? folders.First) is not { } folder)
            {
                window.Say(
                    MessageType.Warning,
                    "Not captured: open a folder or save the file, where the inbox is to be."
                );
                return;
            }

            var source = Path.IsPathFullyQualified(path) ? new CaptureSource(path, line) : null;
            var card = CapturedCard.Of(text, prompt: null, source?.Language ?? "", source?.Describe(folder));
            if (card is null)
            {
                window.Say(MessageType.Warning, "Not captured: nothing but white space is selected.");
                return;
            }

            await AddAsync(card, Path.Join(folder, CaptureFile.DefaultName));
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            window.Say(MessageType.Error, "Not captured: " + FileProblem.From(CaptureFile.DefaultName, e).Message);
        }
        catch (RpcException exception)
        {
            window.Say(MessageType.Error, "Not captured: " + exception.Message);
        }
#pragma warning disable CA1031 // Nobody waits for this task: what goes wrong in it must be said here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "Capturing failed");
            window.Say(MessageType.Error, "Capturing failed: " + exception.Message);
        }
    }

    private async Task AddAsync(CapturedCard card, string path)
    {
        var file = new CaptureFile(path, configs.SettingsFor(path), text => deckFiles.IsDeck(path, text));
        var (added, problem) = documents.Current.FindPath(path) is { } open
            ? await EditAsync(open, file, card)
            : Write(path, file, card);
        if (added is null)
        {
            window.Say(MessageType.Warning, $"{CaptureFile.DefaultName}: not captured: {problem}");
            return;
        }

        // What is written is news to who does not watch files.
        folders.FilesChanged([new FileEvent(DocumentUri.FromPath(path), FileChangeType.Changed)]);
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"{CaptureFile.DefaultName}:{added.Card.StartLine + 1}: {added.Card.Title}"
        );
        window.Say(
            MessageType.Info,
            card.IsUnfinished ? place + " (the answer is still to be written; until then it is suspended)" : place
        );
    }

    private static (AppendedCard? Added, string? Problem) Write(string path, CaptureFile file, CapturedCard card)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            // Whoever made the folder may have it point at any file of the person's.
            return (null, "it is a link, which may lead anywhere; open it and try again");
        }

        var added = file.Add(card, out var problem);
        return (added, problem);
    }

    /// <summary>The editor's text goes before the disk's, and only the editor can change it.</summary>
    private async Task<(AppendedCard? Added, string? Problem)> EditAsync(
        OpenDocument open,
        CaptureFile file,
        CapturedCard card
    )
    {
        if (client().Workspace?.ApplyEdit != true)
        {
            return (null, "it is open, and this editor takes no edits from outside; close it and try again");
        }

        var text = open.Text.ToString();
        if (file.Append(text, card, out var problem) is not { } added)
        {
            return (null, problem);
        }

        var parameters = new ApplyWorkspaceEditParams(
            WorkspaceEdits.Of(open, [TextEdit.Between(text, added.Text)], documents.Positions, client()),
            "Capture"
        );
        return await connection.RequestAsync(Methods.Workspace.ApplyEdit, parameters) is { Applied: true }
            ? (added, null)
            : (null, "the editor did not take the edit; try again");
    }
}
