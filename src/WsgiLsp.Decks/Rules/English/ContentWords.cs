using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>The words of a text that carry its meaning.</summary>
internal static class ContentWords
{
    // Shorter words are mostly particles.
    private const int LeastLetters = 4;

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "about",
        "after",
        "also",
        "because",
        "been",
        "before",
        "between",
        "both",
        "cannot",
        "does",
        "each",
        "every",
        "following",
        "from",
        "have",
        "into",
        "more",
        "most",
        "only",
        "other",
        "over",
        "same",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "what",
        "when",
        "where",
        "which",
        "will",
        "with",
        "would",
        "your",
    };

    /// <summary>The words in small letters, each once; a plural counts as its singular.</summary>
    public static HashSet<string> Of(Prose prose)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words.In(prose.Text))
        {
            var text = prose.Text.Substring(word.Start, word.Length);
            if (word.Length >= LeastLetters && !Particles.Contains(text))
            {
                result.Add(Singular(text.ToLowerInvariant()));
            }
        }

        return result;
    }

    private static string Singular(string word) =>
        word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
