using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Files;

/// <summary>A deck that comes through standard input, and goes through standard output.</summary>
internal static class StandardDeck
{
    /// <summary>Reads standard input to its end.</summary>
    public static DeckText Read(Terminal terminal) => DeckText.Read(terminal.OpenIn());

    /// <summary>Writes a deck, stored as it came.</summary>
    /// <param name="terminal">A terminal shows it; a file or a pipe gets its bytes.</param>
    /// <param name="source">What came in.</param>
    /// <param name="text">What it became; may be the same text whatever its bytes, else the source must be faithful.</param>
    public static void Write(Terminal terminal, DeckText source, string text)
    {
        if (terminal.IsOutputShown)
        {
            terminal.Out.Write(terminal.Shown(text));
            return;
        }

        terminal.Out.Flush();
        var output = terminal.OpenOut();
        output.Write(string.Equals(text, source.Text, StringComparison.Ordinal) ? source.Bytes : source.Encode(text));
        output.Flush();
    }
}
