using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Sheets;

/// <summary>What is asked of the client for a sheet, as far as it can: to open it, to write in it, to show where the caret is.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where sheets are shown.</param>
/// <param name="documents">The open documents.</param>
/// <param name="capabilities">What the client can.</param>
/// <param name="name">The client's name.</param>
/// <param name="refresh">Has the client ask again for what changed.</param>
/// <param name="logger">Told of what the client refuses.</param>
internal sealed class SheetClient(
    Connection connection,
    ClientWindow window,
    DocumentStore documents,
    Func<ClientCapabilities> capabilities,
    Func<string?> name,
    ClientRefresh refresh,
    ILogger logger
)
{
    /// <summary>Whether text can be written at all.</summary>
    public bool CanWrite =>
        capabilities().Workspace?.ApplyEdit == true || capabilities().TextDocument?.OnTypeFormatting is not null;

    /// <summary>
    /// Whether the client may ask what follows a line end: it announces so, or is Eglot, which does not (1.9 gives not even a
    /// name). Eglot must not be written to meanwhile: it loses what comes while it waits for an answer.
    /// </summary>
    public bool MayAsk => capabilities().TextDocument?.OnTypeFormatting is not null || EmacsClients.MayInclude(name());

    /// <summary>Whether the client refuses edits of a text that has changed since.</summary>
    public bool KnowsVersions => capabilities().Workspace?.WorkspaceEdit?.DocumentChanges == true;

    /// <summary>How the client ends its texts, as far as its name says.</summary>
    public LineHabit Habit { get; } = new(name);

    /// <summary>Shows a sheet, with the caret on the line for the answer.</summary>
    /// <param name="path">The sheet's file.</param>
    /// <param name="line">The line, 0-based.</param>
    public Task OpenAsync(string path, int line)
    {
        var place = new Position(line, 0);
        return window.ShowAsync(path, "Quiz sheet", new Range(place, place));
    }

    /// <summary>Has the client write; false where it did not, because the text was another one by then or it cannot.</summary>
    public async Task<bool> WriteAsync(OpenDocument document, Decks.Text.TextEdit edit)
    {
        try
        {
            var parameters = new ApplyWorkspaceEditParams(
                WorkspaceEdits.Of(document, [edit], documents.Positions, capabilities()),
                "Quiz"
            );
            return await connection.RequestAsync(Methods.Workspace.ApplyEdit, parameters) is { Applied: true };
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client did not write on the sheet: {Reason}", exception.Message);
            return false;
        }
    }

    /// <summary>Has the client ask for lenses again: other buttons stand there now.</summary>
    public void Refresh() => refresh.Lenses();

    /// <summary>Says something to the person.</summary>
    public void Say(MessageType type, string text) => window.Say(type, text);
}
