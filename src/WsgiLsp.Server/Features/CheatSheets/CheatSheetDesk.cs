using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Features.CheatSheets;

/// <summary>Writes a deck as a page for quick revision, beside the quiz sheets, and opens it. In the background.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="client">What it understands.</param>
/// <param name="queue">Where work with the log is done.</param>
/// <param name="settings">The learner's limits.</param>
/// <param name="logger">Told of what the client refuses.</param>
internal sealed class CheatSheetDesk(
    Connection connection,
    Func<ClientCapabilities> client,
    LogQueue queue,
    ServerSettings settings,
    ILogger logger
)
{
    /// <summary>How the names of the pages end.</summary>
    public const string Extension = ".cheatsheet.md";

    /// <summary>Writes a page.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="sheets">Where a quiz sheet of the deck might go, the best place first.</param>
    public void Write(DeckAt deck, IEnumerable<string> sheets) =>
        queue.Post(log =>
        {
            var options = settings.Current.Study.Session with { Limit = null };
            var page = CheatSheet.Of([deck.Deck], log.ReadItemStates(), log.Now, options, log.Fsrs);
            if (page.Lines.IsEmpty)
            {
                Say(MessageType.Info, "There is nothing to put on a cheat sheet: no card, or all of them suspended.");
                return;
            }

            // Before the answers can be read, the log must know; who learns nothing has none.
            if (File.Exists(log.Path))
            {
                log.AppendAll([.. page.Read.Select(ReviewEvents.Peek)]);
            }

            var text = string.Join('\n', page.Lines) + "\n";
            foreach (var path in sheets.Select(sheet => sheet[..^SheetFile.Extension.Length] + Extension))
            {
                if (TryWrite(path, text))
                {
                    _ = ShowAsync(path);
                    return;
                }
            }

            Say(MessageType.Error, "No page can be written, neither beside the deck nor in the data folder.");
        });

    private static bool TryWrite(string path, string text)
    {
        try
        {
            SheetFile.Write(path, text);
            return true;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return false;
        }
    }

    private async Task ShowAsync(string path)
    {
        try
        {
            var parameters = new ShowDocumentParams(DocumentUri.FromPath(path), TakeFocus: true);
            if (
                client().Window?.ShowDocument?.Support == true
                && await connection.RequestAsync(Methods.Window.ShowDocument, parameters) is { Success: true }
            )
            {
                return;
            }
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client did not show the cheat sheet: {Reason}", exception.Message);
        }

        Say(MessageType.Info, $"Cheat sheet: {path}");
    }

    private void Say(MessageType type, string text) =>
        connection.Notify(Methods.Window.ShowMessage, new ShowMessageParams(type, text));
}
