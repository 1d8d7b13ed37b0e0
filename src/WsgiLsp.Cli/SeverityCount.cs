using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli;

/// <summary>Numbers of findings in words.</summary>
internal static class SeverityCount
{
    /// <summary><c>1 error</c>, <c>2 errors</c>; information is not counted in words.</summary>
    public static string Count(this Severity severity, int count) =>
        severity == Severity.Information ? $"{count} information" : Counted.Of(count, severity.Name());
}
