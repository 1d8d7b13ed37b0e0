using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>Prints decks as a page for quick revision.</summary>
internal static class CheatSheetPrint
{
    public static void Run(Terminal terminal, List<NamedDeck> named, LearnerData data, SessionOptions options)
    {
        var log = data.Log;
        HistoryUpdate.Run(terminal, log, named);
        options = SessionStart.WithMisses(options, log);
        var decks = named.ConvertAll(one => one.Deck);
        var states = log.ReadItemStates();
        var sheet = CheatSheet.Of(decks, states, log.Now, options, log.Fsrs);
        if (sheet.Lines.IsEmpty)
        {
            List<Card> cards = [.. decks.SelectMany(deck => deck.Cards)];
            terminal.Complain(NothingToAsk.Because(cards, states, log.Now, options));
            return;
        }

        // Before the answers can be read, the log must know.
        log.AppendAll([.. sheet.Read.Select(ReviewEvents.Peek)]);
        foreach (var line in sheet.Lines)
        {
            terminal.Out.WriteLine(terminal.Shown(line));
        }

        terminal.Out.Flush();
    }
}
