namespace WsgiLsp.Cli;

/// <summary>What every command answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Clean = 0;

    /// <summary>There are findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>It could not be done: bad usage, an unreadable path, a broken <c>wsgilsp.json</c>.</summary>
    public const int CannotRun = 2;
}
