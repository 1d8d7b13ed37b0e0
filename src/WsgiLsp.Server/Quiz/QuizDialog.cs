using System.Collections.Immutable;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Quiz;

/// <summary>Puts questions to the person at the client, as messages with buttons.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="inNotifications">Whether the client shows them as notifications.</param>
/// <param name="cancellationToken">Ends the dialog.</param>
internal sealed class QuizDialog(Connection connection, bool inNotifications, CancellationToken cancellationToken)
{
    // A person may think, or fetch a coffee; a client that never answers must not be waited for to the end of days.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly List<string> said = [];

    /// <summary>Whether Enter presses the first button; other clients number them, or have none that is pressed so.</summary>
    public bool TakesFirst => inNotifications;

    /// <summary>Buttons for these things, as the client can show them beside those that are taken.</summary>
    public QuizButtons Buttons(IEnumerable<string> markdown, params ImmutableArray<string> taken) =>
        QuizButtons.For(markdown, inNotifications, taken);

    /// <summary>Something to say before the next question.</summary>
    public void Say(string text) => said.Add(text);

    /// <summary>Asks; returns the title of the button that was pressed, or null where the person went away.</summary>
    /// <param name="question">The question, in parts.</param>
    /// <param name="buttons">The titles.</param>
    public async Task<string?> AskAsync(IReadOnlyList<string> question, IReadOnlyList<string> buttons)
    {
        var message = inNotifications
            ? OneLine.Of(said, question)
            : string.Join("\n\n", said.Concat(question).Where(part => part.Length > 0));
        said.Clear();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var parameters = new ShowMessageRequestParams(
            MessageType.Info,
            message,
            [.. buttons.Select(title => new MessageActionItem(title))]
        );
        try
        {
            var pressed = await connection.RequestAsync(Methods.Window.ShowMessageRequest, parameters, limit.Token);
            return buttons.FirstOrDefault(title => title == pressed?.Title);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Says what is left to say, and this.</summary>
    public async Task EndAsync(string text)
    {
        if (inNotifications)
        {
            // A button keeps it open and whole until it is read.
            await AskAsync([text], ["Close"]);
            return;
        }

        // Without buttons it is shown where there is room for one line, and a second one would hide the first.
        connection.Notify(
            Methods.Window.ShowMessage,
            new ShowMessageParams(MessageType.Info, OneLine.Of(said, [text]))
        );
        said.Clear();
    }
}
