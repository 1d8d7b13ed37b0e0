namespace WsgiLsp.Decks.Rules;

/// <summary>Severities as they are written in settings, pages and reports.</summary>
public static class SeverityName
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
}
