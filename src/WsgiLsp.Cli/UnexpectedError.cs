using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli;

/// <summary>The last resort: whatever went wrong, the shell gets one plain line.</summary>
internal static class UnexpectedError
{
    /// <summary>When this variable of the environment is set, an unexpected error shows where it came from.</summary>
    private const string DebugVariable = "WSGILSP_DEBUG";

    /// <summary>Says what went wrong.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="environment">Looks an environment variable up.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception exception, TextWriter error, Func<string, string?> environment)
    {
        error.WriteLine(
            string.IsNullOrEmpty(environment(DebugVariable))
                ? Printable.Line($"wsgilsp: unexpected error: {exception.Message} ({DebugVariable}=1 shows where)")
                : "wsgilsp: " + Printable.Text(exception.ToString())
        );
        return ExitCode.CannotRun;
    }
}
