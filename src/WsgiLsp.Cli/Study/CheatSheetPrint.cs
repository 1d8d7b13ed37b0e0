using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>Prints decks as a page for quick revision.</summary>
internal static class CheatSheetPrint
{
    /// <summary>Prints the page.</summary>
    /// <returns>Why there is nothing on it; null where it is printed.</returns>
    public static NothingToAsk? Run(Terminal terminal, List<NamedDeck> named, LearnerData data, SessionOptions options)
    {
        var log = data.Log;
        var basis = SessionBasis.Read(terminal, named, log, options);
        var sheet = CheatSheet.Of(basis.Decks, basis.States, basis.Moment, basis.Options, log.Fsrs);
        if (sheet.Lines.IsEmpty)
        {
            return NothingToAsk.In(basis);
        }

        // Before the answers can be read, the log must know.
        log.AppendAll([.. sheet.Read.Select(ReviewEvents.Peek)]);
        foreach (var line in sheet.Lines)
        {
            terminal.Out.WriteLine(terminal.Shown(line));
        }

        terminal.Out.Flush();
        return null;
    }
}
