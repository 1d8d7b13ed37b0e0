namespace WsgiLsp.Cli.Opening;

/// <summary>Text as a literal of Emacs Lisp.</summary>
internal static class LispText
{
    /// <summary>The literal.</summary>
    /// <param name="text">Any text; the file that it stands in must be UTF-8.</param>
    public static string Of(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";
}
