namespace WsgiLsp.Decks.Text;

/// <summary>A mark of a text, by which it is known again: two texts of one mark are the same, but by a rare chance.</summary>
/// <param name="Length">Its length.</param>
/// <param name="Hash">A hash of its letters.</param>
internal readonly record struct TextMark(int Length, ulong Hash)
{
    // Any odd number with bits all over would do; these are the golden ratio's.
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private const ulong Factor2 = unchecked(Factor * Factor);
    private const ulong Factor3 = unchecked(Factor2 * Factor);
    private const ulong Factor4 = unchecked(Factor3 * Factor);

    /// <summary>The mark of a text. How the text is cut into blocks does not matter.</summary>
    public static TextMark Of(SourceText text)
    {
        var hash = 0UL;
        foreach (var block in text.Blocks)
        {
            hash = Append(hash, block.Text);
        }

        return new TextMark(text.Length, hash);
    }

    /// <summary>Horner's rule, four letters at a time: none has to wait for the one before it.</summary>
    private static ulong Append(ulong hash, ReadOnlySpan<char> letters)
    {
        unchecked
        {
            for (; letters.Length >= 4; letters = letters[4..])
            {
                hash =
                    (hash * Factor4)
                    + ((letters[0] * Factor3) + (letters[1] * Factor2) + ((letters[2] * Factor) + letters[3]));
            }

            foreach (var letter in letters)
            {
                hash = (hash * Factor) + letter;
            }

            return hash;
        }
    }
}
