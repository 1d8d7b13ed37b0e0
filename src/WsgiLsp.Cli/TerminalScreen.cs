namespace WsgiLsp.Cli;

/// <summary>A terminal that understands control sequences, with somebody at its keyboard.</summary>
internal sealed record TerminalScreen
{
    /// <summary>How many columns there are at this moment, at least 1.</summary>
    public required Func<int> Width { get; init; }

    /// <summary>Waits for a key, and does not show it; null at the end of input.</summary>
    public required Func<ConsoleKeyInfo?> ReadKey { get; init; }
}
