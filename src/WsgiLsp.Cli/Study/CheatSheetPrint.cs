using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>Decks as a page for quick revision.</summary>
internal static class CheatSheetPrint
{
    /// <summary>Makes the page.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="named">Decks with cards.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="options">Which cards.</param>
    /// <param name="page">The page; null where there is nothing on it.</param>
    /// <returns>Why there is nothing on it; null where there is something.</returns>
    public static NothingToAsk? Make(
        Terminal terminal,
        List<NamedDeck> named,
        LearnerData data,
        SessionOptions options,
        out CheatSheet? page
    )
    {
        var log = data.Log;
        var basis = SessionBasis.Read(terminal, named, log, options);
        page = CheatSheet.Of(basis.Decks, basis.States, basis.Moment, basis.Options);
        if (page.Lines.IsEmpty)
        {
            page = null;
            return NothingToAsk.In(basis);
        }

        // Before the answers can be read, the log must know.
        log.AppendAll([.. page.Read.Select(ReviewEvents.Peek)]);
        return null;
    }

    /// <summary>Prints the page.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Terminal terminal, CheatSheet page)
    {
        foreach (var line in page.Lines)
        {
            terminal.Out.WriteLine(terminal.Shown(line));
        }

        terminal.Out.Flush();
        return ExitCode.Clean;
    }
}
