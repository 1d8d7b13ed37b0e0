using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Finds a concept in a text: one wording with each of its terms covered by one of the term's alternatives.</summary>
internal static class ConceptFinder
{
    /// <summary>Words that carry no content of their own.</summary>
    private static readonly ImmutableHashSet<string> StopWords =
    [
        .. (
            "a an and any are as at be because been but by can could do does each for from had has have how if in into is it "
            + "its may more most must no not of on one only or other our out own should so some such than that the their "
            + "them then there these they this those through to too up use used uses using very was we were what when where "
            + "which while who whose why will with would you your"
        ).Split(' '),
    ];

    public static ConceptFinding Find(Concept concept, WordSequence text)
    {
        foreach (var wording in concept.Wordings)
        {
            if (Hits(wording, text) is { } hits)
            {
                return new ConceptFinding(ConceptVerdict.Found, Quotation.Around(text, hits));
            }
        }

        return new ConceptFinding(ConceptVerdict.Missing, "");
    }

    /// <summary>Where each term stands, or null when one stands nowhere.</summary>
    private static List<Range>? Hits(ConceptWording wording, WordSequence text)
    {
        var hits = new List<Range>();
        foreach (var alternatives in TermsOf(wording))
        {
            if (
                alternatives.Select(alternative => text.Find(alternative)).FirstOrDefault(hit => hit is not null)
                is not { } hit
            )
            {
                return null;
            }

            hits.Add(hit);
        }

        return hits.Count == 0 ? null : hits;
    }

    private static IEnumerable<IEnumerable<WordSequence>> TermsOf(ConceptWording wording) =>
        wording.Terms.IsEmpty
            ? ContentWords(wording.Text).Select(word => Enumerable.Repeat(WordSequence.Of(word), 1))
            : wording.Terms.Select(alternatives => alternatives.Select(WordSequence.Of));

    private static List<string> ContentWords(string text)
    {
        var words = WordSequence.Of(text).Words.Select(word => word.Folded).Distinct().ToList();
        var content = words.Where(word => !StopWords.Contains(word)).ToList();
        return content.Count > 0 ? content : words;
    }
}
