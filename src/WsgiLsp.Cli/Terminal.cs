using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli;

/// <summary>Everything that a command touches outside itself.</summary>
internal sealed record Terminal
{
    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Standard input's bytes, for whoever does not read <see cref="In"/>. The stream is the terminal's own.</summary>
    public required Func<Stream> OpenIn { get; init; }

    /// <summary>Standard output: results only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard output's bytes, after <see cref="Out"/> was flushed. The stream is the terminal's own.</summary>
    public required Func<Stream> OpenOut { get; init; }

    /// <summary>Standard error: everything else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Full path of the working folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Looks an environment variable up; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether a person sits at both ends: input and output are a terminal.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether output is shown by a terminal, which would obey what a text may hold for it.</summary>
    public bool IsOutputShown { get; init; }

    /// <summary>What else can be done where <see cref="IsInteractive"/>; null where lines are all there is.</summary>
    public TerminalScreen? Screen { get; init; }

    /// <summary>How many columns reports have, at least 1; null where they are not read at a terminal.</summary>
    public int? Columns => Screen?.Width();

    /// <summary>Whether output may be coloured.</summary>
    public bool UsesColour { get; init; }

    /// <summary>Whether standard error may show how far something has come, in a line that is written over.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>
    /// From this call on an interrupt (Ctrl-C, or a request to terminate) cancels the token instead of ending the process.
    /// </summary>
    public Func<CancellationToken> CatchInterrupt { get; init; } = () => CancellationToken.None;

    /// <summary>Others' text as it may go to standard output: harmless at a terminal, elsewhere as it is.</summary>
    /// <param name="text">Any text, such as a deck's; tabs and line ends stay.</param>
    public string Shown(string text) => IsOutputShown ? Printable.Text(text) : text;

    /// <summary>Writes a line on standard error, introduced by the program's name.</summary>
    /// <param name="message">One line; whatever else it quotes cannot move a terminal's cursor.</param>
    public void Complain(string message) =>
        Error.WriteLine(WrappedLine.Of(Printable.Line("wsgilsp: " + message), Columns));

    /// <summary>Writes a line on standard error that begins with a place.</summary>
    /// <param name="line">One line, as for <see cref="Complain"/>.</param>
    public void Report(string line) => Error.WriteLine(Printable.Line(line));
}
