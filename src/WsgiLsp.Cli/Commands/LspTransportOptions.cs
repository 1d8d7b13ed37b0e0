namespace WsgiLsp.Cli.Commands;

/// <summary>How the language server talks to its client. At most one of the two is set; none means stdio.</summary>
internal sealed record LspTransportOptions
{
    /// <summary>Name of a pipe on which the client listens.</summary>
    public string? Pipe { get; init; }

    /// <summary>Port, 1–65535, of the loopback address on which the client listens.</summary>
    public int? Socket { get; init; }
}
