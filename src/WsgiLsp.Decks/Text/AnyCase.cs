using System.Text;

namespace WsgiLsp.Decks.Text;

/// <summary>
/// Looks for words in either case. Words are ASCII, as those of markup and of English are; then their first letters can be
/// searched for many characters at a time, which the framework's own search without cultures does not do.
/// </summary>
internal static class AnyCase
{
    /// <summary>Whether a text has one of the words, anywhere.</summary>
    public static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Has(text, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text has a word, anywhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word: ASCII, not empty.</param>
    public static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        var (lower, upper) = (char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]));
        while (text.Length >= word.Length)
        {
            var at = text[..^(word.Length - 1)].IndexOfAny(lower, upper);
            if (at < 0)
            {
                return false;
            }

            if (Ascii.EqualsIgnoreCase(text.Slice(at, word.Length), word))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }
}
