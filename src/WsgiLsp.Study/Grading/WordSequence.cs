using System.Collections.Immutable;
using System.Globalization;

namespace WsgiLsp.Study.Grading;

/// <summary>A word of a text: its letters and digits without case and accents, and where it stands.</summary>
/// <param name="Folded">The word for comparison.</param>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset just past its last one.</param>
internal readonly record struct Word(string Folded, int Start, int End);

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

    public static WordSequence Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && IsMark(text[i])));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(new Word(Fold(text[start..i]), start, i));
                start = -1;
            }
        }

        return new WordSequence(text, words.ToImmutable());
    }

    private static string Fold(string word) => LatinForms.StripAccents(word).ToLowerInvariant();

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The first place where a term stands, as a range of words; null if it stands nowhere.</summary>
    public Range? Find(WordSequence term)
    {
        if (term.Words.IsEmpty)
        {
            return null;
        }

        for (var start = 0; start < Words.Length; start++)
        {
            if (MatchAt(start, term.Words) is > 0 and var length)
            {
                return start..(start + length);
            }
        }

        return null;
    }

    /// <summary>
    /// Number of words from <paramref name="start"/> on that say the term, or 0: word by word, or written together where
    /// the term is apart and the other way round (<c>pre-fork</c>, <c>prefork</c>).
    /// </summary>
    private int MatchAt(int start, ImmutableArray<Word> term)
    {
        if (start + term.Length <= Words.Length && WordByWord(start, term))
        {
            return term.Length;
        }

        var wanted = Singular(string.Concat(term.Select(word => word.Folded)));
        var joined = "";
        for (var length = 1; start + length <= Words.Length && joined.Length <= wanted.Length; length++)
        {
            joined += Words[start + length - 1].Folded;
            if (Singular(joined) == wanted)
            {
                return length;
            }
        }

        return 0;
    }

    private bool WordByWord(int start, ImmutableArray<Word> term)
    {
        for (var i = 0; i < term.Length; i++)
        {
            if (Singular(Words[start + i].Folded) != Singular(term[i].Folded))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word without a plural's or verb's final s: processes, process; forks, fork; status stays.</summary>
    private static string Singular(string word) =>
        word.Length < 4 || word[^1] != 's' ? word
        : EndsWithAny(word, "sses", "xes", "ches", "shes") ? word[..^2]
        : EndsWithAny(word, "ss", "us", "is") ? word
        : word[..^1];

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
