using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Quiz;

/// <summary>Puts questions to the person at the client, as messages with buttons.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="client">The client's name; null where it has none.</param>
/// <param name="cancellationToken">Ends the dialog.</param>
internal sealed class QuizDialog(Connection connection, string? client, CancellationToken cancellationToken)
{
    // A person may think, or fetch a coffee; a client that never answers must not be waited for to the end of days.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private string said = "";

    /// <summary>Buttons for these things, as the client can show them.</summary>
    public QuizButtons Buttons(IEnumerable<string> markdown) => QuizButtons.For(markdown, client);

    /// <summary>Something to say before the next question.</summary>
    public void Say(string text) => said = said.Length == 0 ? text : said + "\n\n" + text;

    /// <summary>Asks; returns the title of the button that was pressed, or null where the person went away.</summary>
    public async Task<string?> AskAsync(string question, IEnumerable<string> buttons)
    {
        var message = said.Length == 0 ? question : said + "\n\n" + question;
        said = "";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var parameters = new ShowMessageRequestParams(
            MessageType.Info,
            message,
            [.. buttons.Select(title => new MessageActionItem(title))]
        );
        try
        {
            return (await connection.RequestAsync(Methods.Window.ShowMessageRequest, parameters, limit.Token))?.Title;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Says what is left to say, and this.</summary>
    public void End(string text)
    {
        Say(text);
        connection.Notify(Methods.Window.ShowMessage, new ShowMessageParams(MessageType.Info, said));
        said = "";
    }
}
