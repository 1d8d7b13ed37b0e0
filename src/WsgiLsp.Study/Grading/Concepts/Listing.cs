namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>Tells sentences from words that only stand in a row: whoever lists the right words has not explained anything.</summary>
internal static class Listing
{
    private const int FewestWords = 8;

    /// <summary>Whether an English answer is no more than a list of words.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="rubric">The stems of the rubric.</param>
    public static bool Is(WordSequence text, ISet<string> rubric)
    {
        var words = text.Words;
        if (words.Length < FewestWords)
        {
            return false;
        }

        var content = words.Count(word => !EnglishWords.IsFunctionWord(word.Folded));
        var fromRubric = words.Count(word => !EnglishWords.IsFunctionWord(word.Folded) && rubric.Contains(word.Stem));
        var phrases = words[^1].Phrase + 1;

        // In prose every third word ties others together, and a phrase has more than three.
        return 5 * (words.Length - content) < words.Length
            || (2 * words.Length < 7 * phrases && 10 * fromRubric >= 7 * content);
    }
}
