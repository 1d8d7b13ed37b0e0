namespace WsgiLsp.Cli;

/// <summary>What every command answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Clean = 0;

    /// <summary>Done, and something was found that needs care: what a check, <c>fmt --check</c> or <c>log verify</c> is for.</summary>
    public const int Findings = 1;

    /// <summary>It could not be done: bad usage, an unreadable path, a broken <c>wsgilsp.json</c>.</summary>
    public const int CannotRun = 2;
}
