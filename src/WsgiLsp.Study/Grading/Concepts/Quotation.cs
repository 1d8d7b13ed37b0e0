using System.Text;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>Quotes a reader's words around what was found in them.</summary>
internal static class Quotation
{
    /// <summary>Words shown on either side of a hit, so that the reader recognises the place.</summary>
    private const int Context = 2;

    /// <summary>The words around the hits on one line, with “ … ” where words between two hits are left out.</summary>
    public static string Around(WordSequence text, IEnumerable<Range> hits)
    {
        var quote = new StringBuilder();
        var shownTo = -1;
        foreach (var (start, end) in hits.Select(hit => Widen(text, hit)).OrderBy(hit => hit.Start))
        {
            if (end <= shownTo)
            {
                continue;
            }

            if (shownTo >= 0 && start > shownTo)
            {
                quote.Append(" … ");
            }

            var from = start > shownTo ? text.Words[start].Start : text.Words[shownTo - 1].End;
            quote.Append(text.Text, from, text.Words[end - 1].End - from);
            shownTo = end;
        }

        return WhiteSpace.Squeeze(quote.ToString());
    }

    private static (int Start, int End) Widen(WordSequence text, Range hit)
    {
        var (start, end) = (hit.Start.Value, hit.End.Value);
        for (var i = 0; i < Context && start > 0 && !SentenceEnds(text, start - 1); i++)
        {
            start--;
        }

        for (var i = 0; i < Context && end < text.Words.Length && !SentenceEnds(text, end - 1); i++)
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>Whether a sentence or line ends between a word and the next.</summary>
    private static bool SentenceEnds(WordSequence text, int word) =>
        text.Text.AsSpan()[text.Words[word].End..text.Words[word + 1].Start].IndexOfAny(".!?;\n") >= 0;
}
