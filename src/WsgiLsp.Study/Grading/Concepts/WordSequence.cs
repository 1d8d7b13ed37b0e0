using System.Collections.Immutable;
using System.Globalization;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>A word of a text, and where it stands.</summary>
/// <param name="Folded">The word without case and accents; a number in its plainest form.</param>
/// <param name="Stem">What its forms share; in other languages than English the word itself.</param>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset just past its last one.</param>
internal readonly record struct Word(string Folded, string Stem, int Start, int End)
{
    /// <summary>Whether the next word is tied to it by a hyphen.</summary>
    public bool IsTied { get; init; }

    /// <summary>Number of the sentence that it stands in.</summary>
    public int Sentence { get; init; }

    /// <summary>Number of the clause that it stands in: they end where a sentence does, and at "but" and its like.</summary>
    public int Clause { get; init; }

    /// <summary>Number of the phrase that it stands in: they end where a clause does, and at commas and brackets.</summary>
    public int Phrase { get; init; }

    /// <summary>Whether it carries no content of its own; a word in capitals (GET, IT) is a name.</summary>
    public bool IsFunctionWord { get; init; }

    /// <summary>Whether a negation near it speaks of it.</summary>
    public bool IsNegated { get; init; }
}

/// <summary>A text as words: runs of letters, their marks and digits. A hyphen parts words, as a space does.</summary>
internal sealed class WordSequence
{
    private WordSequence(string text, ImmutableArray<Word> words)
    {
        Text = text;
        Words = words;
    }

    public string Text { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isEnglish">Whether its words are English: only those are stemmed.</param>
    public static WordSequence Of(string text, bool isEnglish)
    {
        var words = new List<Word>();
        var (sentence, clause, phrase, end) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] == '°')
            {
                // The degree of 100 °C adds nothing to the number.
                i += 1 + LengthOfWord(text, i + 1);
                continue;
            }

            var length = LengthOfWord(text, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            var between = text.AsSpan(end, i - end);
            var folded = Fold(text.Substring(i, length));
            if (words.Count > 0)
            {
                if (SentenceEnds(between))
                {
                    sentence++;
                    clause++;
                    phrase++;
                }
                else if (between.Contains(':') || IsContrast(folded))
                {
                    clause++;
                    phrase++;
                }
                else if (between.ContainsAny(",()–—"))
                {
                    phrase++;
                }
                else if (between is "-" or "‐" or "‑")
                {
                    words[^1] = words[^1] with { IsTied = true };
                }
            }

            words.Add(
                new Word(folded, isEnglish ? EnglishWords.StemOf(folded) : folded, i, i + length)
                {
                    Sentence = sentence,
                    Clause = clause,
                    Phrase = phrase,
                    IsFunctionWord =
                        isEnglish
                        && EnglishWords.IsFunctionWord(folded)
                        && (length == 1 || text.AsSpan(i, length).ContainsAnyExceptInRange('A', 'Z')),
                }
            );
            i += length;
            end = i;
        }

        return new WordSequence(text, isEnglish ? Negation.Mark(words) : [.. words]);
    }

    /// <summary>Whether a sentence ends between two words. A full stop inside a number or name ends none.</summary>
    private static bool SentenceEnds(ReadOnlySpan<char> between) =>
        between.ContainsAny("!?;\n") || between.IndexOf('.') is >= 0 and var dot && (between.Length > dot + 1);

    private static bool IsContrast(string word) =>
        word is "but" or "while" or "whereas" or "although" or "though" or "because" or "so" or "instead";

    private static int LengthOfWord(string text, int start)
    {
        if (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            return LengthOfNumber(text, start);
        }

        var end = start;
        while (
            end < text.Length
            && (char.IsLetterOrDigit(text[end]) || (end > start && (IsMark(text[end]) || IsApostrophe(text, end))))
        )
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Digits with what parts them: 1,000 and 0.5; a letter behind them belongs to them, as in 2nd.</summary>
    private static int LengthOfNumber(string text, int start)
    {
        var end = start;
        while (
            end < text.Length
            && (
                char.IsLetterOrDigit(text[end])
                || (
                    text[end] is '.' or ',' or '\'' or '_'
                    && char.IsAsciiDigit(text[end - 1])
                    && end + 1 < text.Length
                    && char.IsAsciiDigit(text[end + 1])
                )
            )
        )
        {
            end++;
        }

        return end - start;
    }

    private static string Fold(string word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return NumberText.Read(word) is { Exact: { } exact, Unit: "" }
                ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
                : word.ToLowerInvariant();
        }

        var folded = LatinForms.StripAccents(word).ToLowerInvariant().Replace('’', '\'');
        return folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
    }

    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
