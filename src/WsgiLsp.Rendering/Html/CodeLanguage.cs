namespace WsgiLsp.Rendering.Html;

/// <summary>The language that a fence names, as the class that highlighters look for.</summary>
internal static class CodeLanguage
{
    private const int Longest = 30;

    /// <summary><c>language-x</c>, or null where no harmless name is given.</summary>
    /// <param name="info">The fence's first word; may be null.</param>
    public static string? ClassOf(string? info) =>
        info is { Length: > 0 and <= Longest }
        && info.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#')
            ? "language-" + info.ToLowerInvariant()
            : null;
}
