using System.Text.Json;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Progress;

/// <summary>
/// One request about all decks, while it is answered. Its progress is shown once it has taken a while: a bar that comes and
/// goes tells nobody anything. Safe to use from several threads.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="clock">Tells what takes long.</param>
/// <param name="token">What to report under; null where nobody shows it.</param>
/// <param name="title">What is done.</param>
/// <param name="cancellation">Cancelled when nobody wants the answer any more.</param>
internal sealed class LongRequest(
    Connection connection,
    TimeProvider clock,
    JsonElement? token,
    string title,
    CancellationToken cancellation
)
{
    /// <summary>What is over before is not shown.</summary>
    public static readonly TimeSpan ShortTime = TimeSpan.FromMilliseconds(200);

    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();
    private int shown = -1;

    /// <summary>Cancelled when nobody wants the answer any more.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Notes how far it is.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="all">How much there is.</param>
    public void Report(int done, int all)
    {
        if (token is not { } known || clock.GetElapsedTime(start) < ShortTime)
        {
            return;
        }

        lock (guard)
        {
            Show(known, all == 0 ? 0 : (int)(Math.Min(done, all) * 100L / all), $"{done} of {all}");
        }
    }

    /// <summary>Ends what is shown.</summary>
    public void End()
    {
        lock (guard)
        {
            if (shown >= 0 && token is { } known)
            {
                shown = -1;
                Notify(known, new WorkDoneProgressEnd());
            }
        }
    }

    private void Show(JsonElement known, int percentage, string message)
    {
        if (shown < 0)
        {
            shown = percentage;
            Notify(known, new WorkDoneProgressBegin(title, Cancellable: true, Percentage: percentage));
        }
        else if (percentage > shown)
        {
            shown = percentage;
            Notify(known, new WorkDoneProgressReport(Cancellable: true, message, percentage));
        }
    }

    private void Notify(JsonElement known, WorkDoneProgress step) =>
        connection.Notify(Methods.Progress, ProgressParams.Of(known, step));
}
