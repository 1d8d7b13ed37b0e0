namespace WsgiLsp.Decks.Syntax;

/// <summary>What the fragment of a link, such as <c>#pre-fork</c>, can mean.</summary>
internal static class LinkFragment
{
    private const string OfGitHub = "user-content-";

    /// <summary>The name that a fragment means, among some; null where it means none of them.</summary>
    public static string? Find(string fragment, Func<string, bool> isName)
    {
        var name = fragment.StartsWith(OfGitHub, StringComparison.Ordinal) ? fragment[OfGitHub.Length..] : fragment;
        return isName(name) ? name
            : name.ToLowerInvariant() is var lower && isName(lower) ? lower
            : null;
    }

    /// <summary>Whether a fragment is the browser's or GitHub's own: the top, a line of the source, a text to find.</summary>
    public static bool IsBuiltIn(string fragment) =>
        fragment is "top"
        || fragment.StartsWith(":~:", StringComparison.Ordinal)
        || (
            fragment is ['L', >= '0' and <= '9', ..]
            && fragment.All(c => char.IsAsciiDigit(c) || c is 'L' or 'C' or '-')
        );
}
