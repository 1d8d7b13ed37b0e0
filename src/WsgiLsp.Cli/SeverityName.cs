using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli;

/// <summary>Severities as they are written in settings and reports.</summary>
internal static class SeverityName
{
    /// <summary><c>error</c>, <c>warning</c>, <c>information</c> or <c>hint</c>.</summary>
    public static string Name(this Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Information => "information",
            _ => "hint",
        };

    /// <summary><c>1 error</c>, <c>2 errors</c>; information is not counted in words.</summary>
    public static string Count(this Severity severity, int count) =>
        severity == Severity.Information ? $"{count} information" : Counted.Of(count, severity.Name());
}
