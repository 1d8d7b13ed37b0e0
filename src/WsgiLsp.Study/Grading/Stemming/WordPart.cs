using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Stemming;

/// <summary>
/// What is left of a word while it is stemmed. A y that is a consonant is written as Y in it. R1 is what follows the first
/// consonant after a vowel, R2 the same of R1.
/// </summary>
internal sealed class WordPart
{
    /// <summary>Beginnings behind which R1 begins, so that <c>general</c> and <c>generous</c> stay apart.</summary>
    private static readonly ImmutableArray<string> Beginnings =
    [
        "univers",
        "commun",
        "arsen",
        "emerg",
        "gener",
        "inter",
        "later",
        "organ",
        "past",
    ];

    private readonly char[] _letters;
    private readonly int _r1;
    private readonly int _r2;

    private WordPart(char[] letters)
    {
        _letters = letters;
        Length = letters.Length;
        MarkConsonants();
        var beginning = Beginnings.FirstOrDefault(one => letters.AsSpan().StartsWith(one));
        _r1 = beginning?.Length ?? RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>Number of letters left.</summary>
    public int Length { get; private set; }

    /// <summary>A letter.</summary>
    public char this[Index index] => _letters[index.GetOffset(Length)];

    /// <summary>Whether it ends in two letters that are written twice before an ending.</summary>
    public bool EndsInDouble =>
        Length > 1 && this[^1] == this[^2] && "bdfgmnprt".Contains(this[^1], StringComparison.Ordinal);

    /// <summary>Whether nothing but a short syllable is left.</summary>
    public bool IsShort => Length <= _r1 && EndsInShortSyllable(Length);

    /// <summary>Begins with a word, without an apostrophe before it.</summary>
    public static WordPart Of(string word) => new(word[(word[0] == '\'' ? 1 : 0)..].ToCharArray());

    /// <summary>Whether a letter is a vowel.</summary>
    public bool IsVowel(int index) => _letters[index] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Whether a vowel stands before a place.</summary>
    public bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word ends so.</summary>
    public bool EndsWith(string ending) => _letters.AsSpan(0, Length).EndsWith(ending);

    /// <summary>Whether so many letters are just these.</summary>
    public bool Is(string word, int length) => _letters.AsSpan(0, length).SequenceEqual(word);

    /// <summary>The first ending that fits; null for none.</summary>
    /// <param name="endings">Endings, an ending before those that end it.</param>
    public string? LongestEnding(ImmutableArray<string> endings) => endings.FirstOrDefault(EndsWith);

    /// <summary>Whether an ending of so many letters lies in R1.</summary>
    public bool IsInR1(int ending) => Length - ending >= _r1;

    /// <summary>Whether an ending of so many letters lies in R2.</summary>
    public bool IsInR2(int ending) => Length - ending >= _r2;

    /// <summary>
    /// Whether a short syllable stands before a place: a vowel between consonants of which the last is no w, x or Y, or a
    /// vowel that begins the word before a consonant.
    /// </summary>
    public bool EndsInShortSyllable(int end) =>
        end switch
        {
            < 2 => false,
            2 => IsVowel(0) && !IsVowel(1),
            _ => (
                !IsVowel(end - 1)
                && _letters[end - 1] is not ('w' or 'x' or 'Y')
                && IsVowel(end - 2)
                && !IsVowel(end - 3)
            ) || _letters.AsSpan(0, end).EndsWith("past"),
        };

    /// <summary>Takes letters off the end.</summary>
    public void Drop(int letters) => Length -= letters;

    /// <summary>Writes other letters in the place of the last ones; no more than were there at first.</summary>
    public void Replace(int ending, string instead)
    {
        Length -= ending;
        instead.CopyTo(_letters.AsSpan(Length));
        Length += instead.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => new string(_letters, 0, Length).Replace('Y', 'y');

    private void MarkConsonants()
    {
        for (var i = 0; i < Length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(i - 1)))
            {
                _letters[i] = 'Y';
            }
        }
    }

    private int RegionAfter(int start)
    {
        for (var i = start + 1; i < Length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1))
            {
                return i + 1;
            }
        }

        return Length;
    }
}
