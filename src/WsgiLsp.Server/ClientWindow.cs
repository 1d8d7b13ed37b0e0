using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server;

/// <summary>The client's window: what the person is told there, and which document they see.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="client">What it understands.</param>
/// <param name="logger">Told of what it refuses.</param>
internal sealed class ClientWindow(Connection connection, Func<ClientCapabilities> client, ILogger logger)
{
    /// <summary>Says something to the person.</summary>
    public void Say(MessageType type, string text) =>
        connection.Notify(Methods.Window.ShowMessage, new ShowMessageParams(type, text));

    /// <summary>Shows a file, and gives it the focus; where the client shows none, says where the file is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What it is to the person: "Quiz sheet".</param>
    /// <param name="selection">What is selected in it.</param>
    public async Task ShowAsync(string path, string name, Range? selection = null)
    {
        if (!await ShowAsync(DocumentUri.FromPath(path), selection))
        {
            Say(MessageType.Info, $"{name}: {path}");
        }
    }

    /// <summary>Shows a document, and gives it the focus.</summary>
    /// <returns>Whether the client says that it did; some show it and say nothing.</returns>
    public async Task<bool> ShowAsync(string uri, Range? selection)
    {
        if (client().Window?.ShowDocument?.Support != true)
        {
            return false;
        }

        try
        {
            var parameters = new ShowDocumentParams(uri, TakeFocus: true, Selection: selection);
            return await connection.RequestAsync(Methods.Window.ShowDocument, parameters) is { Success: true };
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client did not show {Uri}: {Reason}", uri, exception.Message);
            return false;
        }
    }
}
