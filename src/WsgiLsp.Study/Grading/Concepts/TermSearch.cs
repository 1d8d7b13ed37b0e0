using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>A place where a part of a term stands.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index just past its last one.</param>
/// <param name="IsTypo">Whether it is that but for a typo.</param>
/// <param name="Unit">The words that it stands for; empty for code.</param>
internal readonly record struct Hit(int Start, int End, bool IsTypo, ImmutableArray<Word> Unit)
{
    /// <summary>Where one of its words stands, as far as that can be told; -1 where it does not stand for that word.</summary>
    public int PlaceOf(Word word)
    {
        for (var i = 0; i < Unit.Length; i++)
        {
            if (Unit[i].Stem == word.Stem)
            {
                return Math.Min(Start + i, End - 1);
            }
        }

        return -1;
    }

    /// <summary>Whether it takes a word.</summary>
    public bool Takes(int word) => word >= Start && word < End;
}

/// <summary>Finds words and code in an answer.</summary>
/// <param name="text">The answer.</param>
/// <param name="isEnglish">Whether it is English.</param>
/// <param name="known">Words that are no typos.</param>
internal sealed class TermSearch(WordSequence text, bool isEnglish, KnownWords known)
{
    /// <summary>A word that is written together elsewhere has so many parts at most.</summary>
    private const int MostParts = 3;

    /// <summary>How much longer than a word its inflected form may be.</summary>
    private const int LongestEnding = 4;

    /// <summary>Where each unit of a term stands, or where its code does; in the order of the answer.</summary>
    public ImmutableArray<ImmutableArray<Hit>> Find(Term term) =>
        term.Code is { } code
            ?
            [
                [.. Find(code)],
            ]
        : term.Units is [_]
            ?
            [
                [.. Find(term.Units[0])],
            ]
        :
        [
            .. term.Units.Select(unit =>
                Find(unit).Concat(Together(term, unit)).OrderBy(hit => hit.Start).ToImmutableArray()
            ),
        ];

    /// <summary>How much a word of the answer is a word of the rubric: not, but for a typo, or the same.</summary>
    public (bool IsSame, bool IsTypo) Compare(Word given, Word wanted) =>
        given.Stem == wanted.Stem || (isEnglish && EnglishWords.AreSynonyms(given.Stem, wanted.Stem)) ? (true, false)
        : TypoRules.ForgiveWord(given.Folded, wanted.Folded, known) ? (true, true)
        : (false, false);

    private IEnumerable<Hit> Find(ImmutableArray<Word> unit)
    {
        var joined = StemOf(unit);
        for (var start = 0; start < text.Words.Length; start++)
        {
            if ((WordByWord(start, unit) ?? Joined(start, joined, unit)) is { } hit)
            {
                yield return hit;
            }
        }
    }

    /// <summary>A term of several words that the answer writes as one.</summary>
    private IEnumerable<Hit> Together(Term term, ImmutableArray<Word> unit)
    {
        var joined = StemOf(term.Units.SelectMany(one => one));
        return Enumerable
            .Range(0, text.Words.Length)
            .Where(i => text.Words[i].Stem == joined)
            .Select(i => new Hit(i, i + 1, IsTypo: false, unit));
    }

    private Hit? WordByWord(int start, ImmutableArray<Word> unit)
    {
        if (start + unit.Length > text.Words.Length)
        {
            return null;
        }

        var hasTypo = false;
        for (var i = 0; i < unit.Length; i++)
        {
            var (isSame, isTypo) = Compare(text.Words[start + i], unit[i]);
            if (!isSame)
            {
                return null;
            }

            hasTypo |= isTypo;
        }

        return new Hit(start, start + unit.Length, hasTypo, unit);
    }

    /// <summary>Words that are written together where the term is apart, and the other way round.</summary>
    private Hit? Joined(int start, string wanted, ImmutableArray<Word> unit)
    {
        var given = "";
        for (var end = start; end < Math.Min(start + MostParts, text.Words.Length); end++)
        {
            given += text.Words[end].Folded;
            if (given.Length > wanted.Length + LongestEnding)
            {
                break;
            }

            if (StemOf(given) == wanted)
            {
                return new Hit(start, end + 1, IsTypo: false, unit);
            }
        }

        return null;
    }

    private IEnumerable<Hit> Find(string code)
    {
        var word = 0;
        for (
            var at = text.Text.IndexOf(code, StringComparison.Ordinal);
            at >= 0;
            at = text.Text.IndexOf(code, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsPartOfMore(at - 1) || IsPartOfMore(at + code.Length))
            {
                continue;
            }

            while (word < text.Words.Length && text.Words[word].End <= at)
            {
                word++;
            }

            var end = word;
            while (end < text.Words.Length && text.Words[end].Start < at + code.Length)
            {
                end++;
            }

            if (end > word)
            {
                yield return new Hit(word, end, IsTypo: false, []);
            }
        }
    }

    private string StemOf(IEnumerable<Word> words) => StemOf(string.Concat(words.Select(word => word.Folded)));

    private string StemOf(string word) => isEnglish ? EnglishWords.StemOf(word) : word;

    private bool IsPartOfMore(int at) =>
        at >= 0 && at < text.Text.Length && (char.IsLetterOrDigit(text.Text[at]) || text.Text[at] == '_');
}
