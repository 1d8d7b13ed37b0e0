namespace WsgiLsp.Rendering.Html;

/// <summary>Which addresses may stand in a page.</summary>
internal static class SafeUrl
{
    /// <summary>Whether a link may lead to an address of another host or to a mailbox.</summary>
    public static bool IsAbsolute(string address) =>
        IsClean(address) && (IsWeb(address) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether an address stays where the page is. Browsers read a backslash as a slash, so that it has no place here; a
    /// colon may only stand where it cannot end a scheme.
    /// </summary>
    public static bool IsRelative(string address)
    {
        if (!IsClean(address) || address.StartsWith("//", StringComparison.Ordinal) || address.Contains('\\'))
        {
            return false;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || address.AsSpan(0, colon).IndexOfAny('/', '?', '#') >= 0;
    }

    /// <summary>Whether an image may be shown from there.</summary>
    public static bool IsImage(string address) =>
        IsClean(address) && (IsWeb(address) || address.StartsWith("data:image/", StringComparison.Ordinal));

    private static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers drop white space and controls from addresses, so that "java&#10;script:" is a scheme.</summary>
    private static bool IsClean(string address) =>
        address.Length > 0 && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
