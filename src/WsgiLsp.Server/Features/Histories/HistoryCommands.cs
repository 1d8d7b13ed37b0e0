using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>Does what a learner chooses about histories, and says what became of it.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where the person is told.</param>
/// <param name="watch">What the log says.</param>
/// <param name="client">The client's name.</param>
internal sealed class HistoryCommands(
    Connection connection,
    ClientWindow window,
    HistoryWatch watch,
    Func<string?> client
)
{
    private const string UndoButton = "Undo";

    /// <summary>Runs a command, one of <see cref="HistoryRequest.Commands"/>.</summary>
    /// <exception cref="RpcException">The arguments are wrong, or out of date; or the log cannot be used.</exception>
    public async Task RunAsync(string command, HistoryRequest? request)
    {
        if (request is null)
        {
            throw new RpcException(ErrorCodes.InvalidParams, $"{command} needs one object as argument.");
        }

        try
        {
            switch (command)
            {
                case HistoryRequest.Attach:
                    await AttachAsync(request);
                    break;
                case HistoryRequest.StartFresh:
                    await StartFreshAsync(request);
                    break;
                case HistoryRequest.AskAgain:
                    await AskAgainAsync(request);
                    break;
                case HistoryRequest.Detach:
                    await DetachAsync(request);
                    break;
                case HistoryRequest.Suspend:
                    await SuspendAsync(request);
                    break;
                default:
                    await SelectAsync(request);
                    break;
            }
        }
        catch (ReviewLogException exception)
        {
            throw new RpcException(ErrorCodes.RequestFailed, exception.Message);
        }
    }

    /// <summary>
    /// Says that histories moved by themselves. Where messages are notifications, with a button that takes it back; elsewhere
    /// a question would stand in the way of who saves, and the way back is a code action.
    /// </summary>
    public void Tell(ImmutableArray<KeptAttachment> attachments)
    {
        var count = attachments.Select(one => one.Item.CardKey).Distinct(StringComparer.Ordinal).Count();
        var message =
            count == 1
                ? "1 changed card kept what you learned."
                : string.Create(CultureInfo.InvariantCulture, $"{count} changed cards kept what you learned.");
        if (NotifyingClients.Include(client()))
        {
            _ = AskAsync(message, attachments);
        }
        else
        {
            Say(message);
        }
    }

    private async Task AskAsync(string message, ImmutableArray<KeptAttachment> attachments)
    {
        try
        {
            var question = new ShowMessageRequestParams(MessageType.Info, message, [new MessageActionItem(UndoButton)]);
            var pressed = await connection.RequestAsync(Methods.Window.ShowMessageRequest, question);
            if (pressed?.Title == UndoButton)
            {
                await TakeBackAsync(attachments);
            }
        }
        catch (Exception exception) when (exception is RpcException or ReviewLogException or OperationCanceledException)
        {
            if (exception is ReviewLogException)
            {
                window.Say(MessageType.Error, exception.Message);
            }
        }
    }

    private async Task AttachAsync(HistoryRequest request)
    {
        if (
            watch.Book.FindDoubt(request.Item) is not var (path, doubt)
            || doubt.Candidates.FirstOrDefault(old => Has(old, request)) is not { } chosen
        )
        {
            throw Outdated("attach");
        }

        await watch.AttachAsync(log =>
            [.. chosen.Items.Select(pair => HistoryChoices.Attach(log, pair.Item, path, pair.Known))]
        );
        Say($"This card has the history of \"{ShortLine.Of(chosen.Name, DeckHistory.LongestPrompt)}\" now.");
    }

    private static bool Has(OldCard old, HistoryRequest request) =>
        old.Items.Any(pair => pair.Item.Key == request.Item && pair.Known.Id == request.From);

    private async Task StartFreshAsync(HistoryRequest request)
    {
        if (watch.Book.FindDoubt(request.Item) is not var (path, doubt))
        {
            throw Outdated("decide");
        }

        await watch.StartFreshAsync(doubt.Items, path);
        Say("This card starts fresh.");
    }

    private async Task AskAgainAsync(HistoryRequest request)
    {
        if (request.Item is not { } item || watch.Book.Fresh.GetValueOrDefault(item) is not { } fresh)
        {
            throw Outdated("take back");
        }

        // What holds for one item of a card holds for all of them.
        var book = await watch.AskAgainAsync([
            .. watch
                .Book.Fresh.Values.Select(one => one.Asked.Item)
                .Where(one => one.CardKey == fresh.Asked.Item.CardKey)
                .Select(one => one.Key),
        ]);
        Say(
            book.FindDoubt(item) is null
                ? "There is nothing to take back any more."
                : "The question is open again: the card can have a history, or start fresh."
        );
    }

    private async Task DetachAsync(HistoryRequest request)
    {
        var attached = watch.Book.Attached.Values.Select(one => one.Kept).ToList();
        if (attached.Find(one => one.Event == request.Event) is not { } named)
        {
            throw Outdated("detach");
        }

        // What holds for one item of a card holds for all of them.
        await TakeBackAsync([.. attached.Where(one => one.Item.CardKey == named.Item.CardKey)]);
    }

    private async Task TakeBackAsync(ImmutableArray<KeptAttachment> attachments)
    {
        var taken = await watch.TakeBackAsync(attachments);
        Say(
            taken.Select(one => one.Kept.Item.CardKey).Distinct(StringComparer.Ordinal).Count() switch
            {
                0 => "There is nothing to detach any more.",
                1 => "The history is detached. Now the card can have another one, or start fresh.",
                _ => "The histories are detached. Now the cards can have others, or start fresh.",
            }
        );
    }

    private async Task SuspendAsync(HistoryRequest request)
    {
        if (watch.Book.FindLeech(request.Item) is not { } leech)
        {
            throw Outdated("suspend");
        }

        await watch.WriteAsync(log =>
            log.AppendAll([
                .. leech.Items.Select(item => new ReviewEvent { Kind = ReviewEventKind.Suspend, Item = item }),
            ])
        );
        Say("This card is suspended: it is not asked any more. Quiz it by itself to take it back.");
    }

    private async Task SelectAsync(HistoryRequest request)
    {
        if (request is not { Uri: { } uri, Range: { } range })
        {
            throw new RpcException(ErrorCodes.InvalidParams, $"{HistoryRequest.Select} needs uri and range.");
        }

        await window.ShowAsync(uri, range);
    }

    private static RpcException Outdated(string what) =>
        new(ErrorCodes.InvalidParams, $"There is nothing to {what} here any more. Save the deck and look again.");

    private void Say(string text) => window.Say(MessageType.Info, text);
}
