using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Features.CheatSheets;

/// <summary>A page for quick revision that somebody is about to read.</summary>
internal static class OpenedCheatSheet
{
    /// <summary>Makes the page, and has the log know that its answers are read.</summary>
    /// <param name="log">The log.</param>
    /// <param name="decks">The decks, in the order in which they stand on the page.</param>
    /// <param name="options">Which cards; how many does not matter.</param>
    public static CheatSheet Of(ReviewLog log, IEnumerable<DeckAt> decks, SessionOptions options)
    {
        var page = CheatSheet.Of(
            [.. decks.Select(one => one.Deck)],
            log.ReadItemStates(),
            log.Now,
            options with
            {
                Limit = null,
            }
        );

        // Before the answers can be read, the log must know; who learns nothing has none.
        if (!page.Lines.IsEmpty && File.Exists(log.Path))
        {
            log.AppendAll([.. page.Read.Select(ReviewEvents.Peek)]);
        }

        return page;
    }
}
