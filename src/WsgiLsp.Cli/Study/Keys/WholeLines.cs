namespace WsgiLsp.Cli.Study.Keys;

/// <summary>Lines from a pipe, or of a terminal that hands out whole lines only.</summary>
internal sealed class WholeLines(TextReader input) : ILineInput
{
    public bool HasBegunLine => false;

    public void KeepBegunLine()
    {
        // Nobody knows a line before its end.
    }

    public void SayAbove(Action say) => say();

    public string? ReadLine(CancellationToken cancellationToken) => input.ReadLine();

    public void Close()
    {
        // Nothing was kept.
    }
}
