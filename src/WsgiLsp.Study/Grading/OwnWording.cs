using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading.Concepts;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// Finds in an answer the words for a concept that the machine did not find and its learner says to have said: short enough
/// to be a wording of the rubric.
/// </summary>
public static class OwnWording
{
    /// <summary>A wording has so many words at most.</summary>
    private const int MostWords = 12;

    /// <summary>The piece of an answer that comes nearest to a concept, among those with which the answer is found.</summary>
    /// <param name="card">The card, which has a rubric.</param>
    /// <param name="concept">0-based index of the concept in it.</param>
    /// <param name="answer">The learner's answer; any text.</param>
    /// <returns>
    /// One line of plain text, with code in backticks. Null where the answer is found already, the card has no such concept,
    /// or no piece can be told to be about it.
    /// </returns>
    public static string? Of(Card card, int concept, string answer)
    {
        if (
            card.Content is not ExplainContent content
            || concept < 0
            || concept >= content.Concepts.Length
            || FindingOf(card, concept, answer) is not { Verdict: not ConceptVerdict.Found } finding
        )
        {
            return null;
        }

        var text = WordSequence.Of(answer, !card.IsForeignLanguage);
        var near = StemsOf(card, [finding.Quote, .. content.Concepts[concept].Wordings.Select(one => one.Text)]);
        near.ExceptWith(StemsOf(card, [content.Prompt]));
        var pieces = Pieces(text, words => SaysAnother(card, concept, TextOf(text, words)))
            .Select(words => new Piece(
                words,
                words.Select(word => word.Stem).Distinct().Count(near.Contains),
                SaysAnother(card, concept, TextOf(text, words))
            ))
            .ToList();

        // Where nothing is like the concept, it is what is left when no other concept is found there.
        var left = pieces.FindAll(piece => !piece.SaysAnother);
        return pieces
            .Where(piece => piece.Shared > 0)
            .OrderBy(piece => piece.SaysAnother)
            .ThenByDescending(piece => piece.Shared)
            .ThenByDescending(piece => piece.Words.Length)
            .Concat(left is [var only] ? [only] : [])
            .Select(piece => piece.Words)
            .Concat(left.Count == pieces.Count && text.Words.Length <= MostWords ? [text.Words] : [])
            .Where(words => !IsLess(words, content.Concepts[concept], !card.IsForeignLanguage))
            .Select(words => TextOf(text, words))
            .FirstOrDefault(wording => wording.Length > 0 && IsFoundWith(card, content, concept, wording, answer));
    }

    private static ConceptFinding FindingOf(Card card, int concept, string answer) =>
        ExplainGrading.Examine(card, answer, KnownWords.None).Automatic[concept];

    private static bool IsFoundWith(Card card, ExplainContent content, int concept, string wording, string answer)
    {
        var was = content.Concepts[concept];
        var with = was with { Wordings = was.Wordings.Add(new ConceptWording(wording, [])) };
        var after = card with { Content = content with { Concepts = content.Concepts.SetItem(concept, with) } };
        return FindingOf(after, concept, answer).Verdict == ConceptVerdict.Found;
    }

    /// <summary>Whether words are only some of those of a wording that there is: with them the rubric would ask for less.</summary>
    private static bool IsLess(ImmutableArray<Word> words, Concept concept, bool isEnglish)
    {
        var stems = words.Where(word => !word.IsFunctionWord).Select(word => word.Stem).ToHashSet();
        return concept
            .Wordings.Select(wording => WordSequence.Of(wording.Text, isEnglish).Words)
            .Any(said => stems.IsProperSubsetOf(said.Where(word => !word.IsFunctionWord).Select(word => word.Stem)));
    }

    private static HashSet<string> StemsOf(Card card, IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text => WordSequence.Of(text, !card.IsForeignLanguage).Words)
                .Where(word => !word.IsFunctionWord)
                .Select(word => word.Stem),
        ];

    /// <summary>
    /// Sentences that are short enough and say one thing; of others their clauses, of these their phrases, of long ones the
    /// beginnings.
    /// </summary>
    private static IEnumerable<ImmutableArray<Word>> Pieces(
        WordSequence text,
        Func<ImmutableArray<Word>, bool> saysAnother
    )
    {
        return Parts(text.Words, word => word.Sentence)
            .SelectMany(sentence => Split(sentence, word => word.Clause))
            .SelectMany(clause => Split(clause, word => word.Phrase))
            .Select(phrase => phrase.Length > MostWords ? phrase[..MostWords] : phrase);

        IEnumerable<ImmutableArray<Word>> Split(ImmutableArray<Word> words, Func<Word, int> part) =>
            words.Length <= MostWords && !saysAnother(words) ? [words] : Parts(words, part);
    }

    private static IEnumerable<ImmutableArray<Word>> Parts(ImmutableArray<Word> words, Func<Word, int> part) =>
        words.GroupBy(part).Select(group => group.ToImmutableArray());

    private static bool SaysAnother(Card card, int concept, string piece) =>
        ExplainGrading
            .Examine(card, piece, KnownWords.None)
            .Automatic.Where((finding, index) => index != concept && finding.Verdict != ConceptVerdict.Missing)
            .Any();

    /// <summary>The words as they were written, without what only ties them to the words before.</summary>
    private static string TextOf(WordSequence text, ImmutableArray<Word> words)
    {
        var first = words
            .TakeWhile(word => word.Folded is "and" or "but" or "so" or "then" or "also" or "because")
            .Count();
        if (first == words.Length)
        {
            return "";
        }

        var (start, end) = (words[first].Start, words[^1].End);
        start -= start > 0 && text.Text[start - 1] == '`' ? 1 : 0;
        end += end < text.Text.Length && text.Text[end] == '`' ? 1 : 0;
        var said = WhiteSpace.Squeeze(text.Text[start..end]);
        return said.Count(c => c == '`') % 2 == 0 ? said : said.Replace("`", "", StringComparison.Ordinal);
    }

    /// <summary>A part of an answer.</summary>
    /// <param name="Words">Its words.</param>
    /// <param name="Shared">How many different words it has in common with the concept.</param>
    /// <param name="SaysAnother">Whether another concept is found in it.</param>
    private sealed record Piece(ImmutableArray<Word> Words, int Shared, bool SaysAnother);
}
