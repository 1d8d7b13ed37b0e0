using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>A wording of a concept as it is looked for.</summary>
internal sealed class WordingPattern
{
    /// <summary>What belongs together stands within so many words.</summary>
    private const int LeastWindow = 12;

    /// <summary>All words of the wording.</summary>
    public required ImmutableArray<Word> Words { get; init; }

    /// <summary>Its words with content of their own, and those of its terms, each once.</summary>
    public required ImmutableArray<Word> Content { get; init; }

    /// <summary>The stems of terms that have alternatives: an answer has those of one, and need not have the others'.</summary>
    public required ImmutableHashSet<string> Optional { get; init; }

    /// <summary>Each term's alternatives; empty where the question says all of them, so that nothing can be earned.</summary>
    public required ImmutableArray<ImmutableArray<Term>> Terms { get; init; }

    /// <summary>Whether it says that something is not so.</summary>
    public required bool IsNegated { get; init; }

    /// <summary>Number of words within which its terms stand.</summary>
    public int Window => Math.Max(LeastWindow, 2 * Content.Length);

    /// <summary>Reads a wording.</summary>
    /// <param name="wording">The wording.</param>
    /// <param name="question">The stems of the question.</param>
    /// <param name="isEnglish">Whether it is English.</param>
    public static WordingPattern Of(ConceptWording wording, ISet<string> question, bool isEnglish)
    {
        var words = WordSequence.Of(wording.Text, isEnglish).Words;
        var plain = ContentOf(words, word => !word.IsFunctionWord);
        var terms = wording.Terms.IsEmpty ? Plain(plain, question) : Bold(wording.Terms, question, isEnglish);
        var stems = StemsOf(terms);
        return new WordingPattern
        {
            Words = words,
            Content = ContentOf(words, word => !word.IsFunctionWord || stems.Contains(word.Stem)),
            Optional = StemsOf(terms.Where(alternatives => alternatives.Length > 1)),
            Terms = terms,
            IsNegated = words.Any(word => word.IsNegated && stems.Contains(word.Stem)),
        };
    }

    private static ImmutableHashSet<string> StemsOf(IEnumerable<ImmutableArray<Term>> terms) =>
        [
            .. terms
                .SelectMany(alternatives => alternatives)
                .SelectMany(term => term.Units)
                .SelectMany(unit => unit)
                .Select(word => word.Stem),
        ];

    private static ImmutableArray<Word> ContentOf(ImmutableArray<Word> words, Func<Word, bool> hasContent)
    {
        ImmutableArray<Word> content = [.. words.Where(hasContent).DistinctBy(word => word.Stem)];
        return content.IsEmpty ? words : content;
    }

    /// <summary>Without key terms all words with content are one term.</summary>
    private static ImmutableArray<ImmutableArray<Term>> Plain(ImmutableArray<Word> content, ISet<string> question)
    {
        ImmutableArray<ImmutableArray<Word>> units =
        [
            .. content.Where(word => !question.Contains(word.Stem)).Select(word => ImmutableArray.Create(word)),
        ];
        return units.IsEmpty
            ? []
            :
            [
                [new Term(units)],
            ];
    }

    private static ImmutableArray<ImmutableArray<Term>> Bold(
        ImmutableArray<ImmutableArray<string>> terms,
        ISet<string> question,
        bool isEnglish
    ) =>
        [
            .. terms
                .Select(alternatives =>
                    alternatives.Select(text => Term.Of(text, question, isEnglish)).OfType<Term>().ToImmutableArray()
                )
                .Where(alternatives => !alternatives.IsEmpty),
        ];
}
