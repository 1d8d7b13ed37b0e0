namespace WsgiLsp.Study.Grading;

/// <summary>White space, where it does not matter.</summary>
internal static class WhiteSpace
{
    /// <summary>The text on one line, with single spaces between its words and none around.</summary>
    public static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
