using System.Globalization;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>A mistake in a <c>settings.json</c>; the default holds in its place.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="At">Where; null where the file cannot be read at all.</param>
/// <param name="Message">What is wrong, and what holds.</param>
public sealed record SettingsProblem(string Path, LinePosition? At, string Message)
{
    /// <summary>One line with the file's name only: <c>settings.json:line:column: message</c>, counted from 1.</summary>
    public string Brief =>
        At is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{System.IO.Path.GetFileName(Path)}:{at.Line + 1}:{at.Character + 1}: {Message}"
            )
            : $"{System.IO.Path.GetFileName(Path)} {Message}";

    /// <summary>One line: <c>path:line:column: warning: message</c>, counted from 1.</summary>
    public override string ToString() =>
        At is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Path}:{at.Line + 1}:{at.Character + 1}: warning: {Message}"
            )
            : $"{Path}: warning: {Message}";
}
