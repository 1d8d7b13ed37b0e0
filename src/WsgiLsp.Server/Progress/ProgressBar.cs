using System.Text.Json;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Progress;

/// <summary>
/// Shows how far some work is, once that has taken a while: a bar that comes and goes tells nobody anything. Dispose ends it,
/// however the work ended. Safe to use from several threads.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="clock">Tells what takes long.</param>
/// <param name="token">What to report under; null where nobody shows it.</param>
/// <param name="title">What is done.</param>
/// <param name="isCancellable">Whether the client may end the work.</param>
internal sealed class ProgressBar(
    Connection connection,
    TimeProvider clock,
    JsonElement? token,
    string title,
    bool isCancellable
) : IDisposable
{
    /// <summary>What is over before is not shown.</summary>
    public static readonly TimeSpan ShortTime = TimeSpan.FromMilliseconds(200);

    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();
    private int shown = -1;
    private bool isOver;

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
            if (!isOver)
            {
                Show(known, all == 0 ? 0 : (int)(Math.Min(done, all) * 100L / all), $"{done} of {all}");
            }
        }
    }

    /// <summary>Ends what is shown; what is reported later is not.</summary>
    public void Dispose()
    {
        lock (guard)
        {
            if (!isOver && shown >= 0 && token is { } known)
            {
                Notify(known, new WorkDoneProgressEnd());
            }

            isOver = true;
        }
    }

    private void Show(JsonElement known, int percentage, string message)
    {
        if (shown < 0)
        {
            shown = percentage;
            Notify(known, new WorkDoneProgressBegin(title, isCancellable, Percentage: percentage));
        }
        else if (percentage > shown)
        {
            shown = percentage;
            Notify(known, new WorkDoneProgressReport(isCancellable, message, percentage));
        }
    }

    private void Notify(JsonElement known, WorkDoneProgress step) =>
        connection.Notify(Methods.Progress, ProgressParams.Of(known, step));
}
