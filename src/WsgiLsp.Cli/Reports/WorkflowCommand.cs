using System.Collections.Immutable;

namespace WsgiLsp.Cli.Reports;

/// <summary>A workflow command of GitHub Actions: a line of a job's output that the runner acts upon.</summary>
/// <param name="Name">What to do, such as <c>error</c>.</param>
/// <param name="Properties">Keys and values, written in this order.</param>
/// <param name="Message">The text.</param>
internal sealed record WorkflowCommand(
    string Name,
    ImmutableArray<KeyValuePair<string, string>> Properties,
    string Message
)
{
    /// <summary>The line, without its end. The characters that separate its parts are escaped.</summary>
    public override string ToString()
    {
        var properties = string.Join(
            ',',
            Properties.Select(property => $"{property.Key}={EscapeProperty(property.Value)}")
        );
        return $"::{Name}{(properties.Length > 0 ? " " : "")}{properties}::{EscapeData(Message)}";
    }

    private static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
