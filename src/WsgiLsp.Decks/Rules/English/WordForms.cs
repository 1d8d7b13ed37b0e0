namespace WsgiLsp.Decks.Rules.English;

/// <summary>Folds the forms of an English word into one, roughly: good enough to tell that a word was said already.</summary>
internal static class WordForms
{
    private const int ShortestStem = 3;

    // The longest ending first; each with what takes its place.
    private static readonly (string Ending, string Stem)[] Endings =
    [
        ("ies", "i"),
        ("ied", "i"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("e", ""),
        ("y", "i"),
    ];

    /// <summary>The form that "serve", "serves", "served" and "serving" have in common; lower case.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        lower =
            lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal)
                ? lower[..^2]
                : lower;
        if (lower.EndsWith("ss", StringComparison.Ordinal) || lower.EndsWith("us", StringComparison.Ordinal))
        {
            return lower;
        }

        foreach (var (ending, stem) in Endings)
        {
            if (lower.Length - ending.Length >= ShortestStem && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return Undouble(lower[..^ending.Length] + stem, ending);
            }
        }

        return lower;
    }

    // "running" is "run", but "calling" is "call", as "calls" is.
    private static string Undouble(string stem, string ending) =>
        ending is "ing" or "ed"
        && stem.Length > ShortestStem
        && stem[^1] == stem[^2]
        && stem[^1] is not ('l' or 's' or 'z' or 'f')
            ? stem[..^1]
            : stem;
}
