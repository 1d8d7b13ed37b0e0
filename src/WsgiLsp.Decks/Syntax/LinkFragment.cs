namespace WsgiLsp.Decks.Syntax;

/// <summary>What the fragment of a link, such as <c>#pre-fork</c>, can mean.</summary>
internal static class LinkFragment
{
    private const string OfGitHub = "user-content-";

    /// <summary>The name that a fragment means, among some; null where it means none of them.</summary>
    public static string? Find(string fragment, Func<string, bool> isName)
    {
        var name = fragment[Prefix(fragment)..];
        return isName(name) ? name
            : name.ToLowerInvariant() is var lower && isName(lower) ? lower
            : null;
    }

    /// <summary>
    /// How long the names can be that a fragment means, as a set of bits. It tells most links of a deck from a name without a
    /// look at them.
    /// </summary>
    public static ulong Lengths(string fragment) =>
        Length(fragment.Length) | Length(fragment.Length - Prefix(fragment));

    /// <summary>The bit of a name in <see cref="Lengths"/>.</summary>
    public static ulong LengthOf(string name) => Length(name.Length);

    /// <summary>Whether a fragment may mean a name.</summary>
    public static bool CanMean(string fragment, string name)
    {
        // Almost all are told apart by their lengths, and a deck may have thousands of links.
        var prefix = fragment.Length == name.Length ? 0 : Prefix(fragment);
        return fragment.Length - prefix == name.Length
            && Find(fragment, wanted => wanted.Equals(name, StringComparison.Ordinal)) is not null;
    }

    /// <summary>Whether a fragment is the browser's or GitHub's own: the top, a line of the source, a text to find.</summary>
    public static bool IsBuiltIn(string fragment) =>
        fragment is "top"
        || fragment.StartsWith(":~:", StringComparison.Ordinal)
        || (
            fragment is ['L', >= '0' and <= '9', ..]
            && fragment.All(c => char.IsAsciiDigit(c) || c is 'L' or 'C' or '-')
        );

    private static ulong Length(int length) => 1UL << (length & 63);

    private static int Prefix(string fragment) =>
        fragment.StartsWith(OfGitHub, StringComparison.Ordinal) ? OfGitHub.Length : 0;
}
