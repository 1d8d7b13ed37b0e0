using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// Logs that an answer was looked at, which tells how much its next answer is worth. In the background, and only if there is a
/// log: who learns nothing leaves no traces. Safe to use from several threads.
/// </summary>
/// <param name="queue">Where work with the log is done.</param>
/// <param name="isOn">Whether the learner wants it.</param>
/// <param name="clock">Tells how long ago a card was looked at.</param>
internal sealed class PeekLog(LogQueue queue, Func<bool> isOn, TimeProvider clock)
{
    // A pointer that rests on a heading asks again and again.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const int MostRemembered = 256;

    private readonly Lock guard = new();
    private readonly Dictionary<string, long> last = new(StringComparer.Ordinal);

    /// <summary>A card's answer was revealed.</summary>
    public void Note(Card card)
    {
        if (card.Kind == CardKind.Note || !isOn() || !IsNews(card.Key))
        {
            return;
        }

        queue.Post(log =>
        {
            if (File.Exists(log.Path))
            {
                log.AppendAll([.. ReviewEvents.Peeks(card)]);
            }
        });
    }

    private bool IsNews(string card)
    {
        lock (guard)
        {
            if (last.TryGetValue(card, out var time) && clock.GetElapsedTime(time) < Pause)
            {
                return false;
            }

            if (last.Count >= MostRemembered)
            {
                last.Clear();
            }

            last[card] = clock.GetTimestamp();
            return true;
        }
    }
}
