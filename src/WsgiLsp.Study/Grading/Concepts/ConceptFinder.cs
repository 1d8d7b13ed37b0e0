using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>
/// Looks for the concepts of a card's rubric in an answer. A concept is found where all terms of one of its wordings stand
/// close together, in a sentence that goes on like the wording; it is found perhaps where one of these signs is missing.
/// </summary>
internal sealed class ConceptFinder
{
    /// <summary>Of longer sentences so many words around the terms are looked at, so that no answer takes long.</summary>
    private const int Context = 30;

    private static readonly ConceptFinding Missing = new(ConceptVerdict.Missing, "");

    private readonly bool isEnglish;
    private readonly HashSet<string> question;
    private readonly HashSet<string> cardWords;
    private readonly ImmutableArray<ImmutableArray<WordingPattern>> patterns;
    private readonly Roles roles;
    private readonly WordSequence text;
    private readonly TermSearch search;

    /// <summary>Reads a card and an answer to it.</summary>
    /// <param name="card">The card, which has a rubric.</param>
    /// <param name="answer">The answer; any text.</param>
    /// <param name="known">Words that are no typos.</param>
    public ConceptFinder(Card card, string answer, KnownWords known)
    {
        isEnglish = !card.IsForeignLanguage;
        var asked = WordSequence.Of(card.Content.Prompt, isEnglish).Words;
        question = [.. asked.Select(word => word.Stem)];
        patterns =
        [
            .. ((ExplainContent)card.Content).Concepts.Select(concept =>
                concept.Wordings.Select(wording => WordingPattern.Of(wording, question, isEnglish)).ToImmutableArray()
            ),
        ];
        cardWords =
        [
            .. patterns
                .SelectMany(wordings => wordings)
                .SelectMany(wording => wording.Content)
                .Select(word => word.Stem),
            .. question,
        ];
        roles = new Roles(asked, patterns.SelectMany(wordings => wordings).Select(wording => wording.Words));
        text = WordSequence.Of(answer, isEnglish);
        search = new TermSearch(text, isEnglish, known);
    }

    /// <summary>The findings, one a concept.</summary>
    public ImmutableArray<ConceptFinding> Findings() =>
        isEnglish && Listing.Is(text, cardWords)
            ? [.. patterns.Select(_ => Missing)]
            : [.. patterns.Select(wordings => Best(wordings.Select(Find)))];

    private static ConceptFinding Best(IEnumerable<ConceptFinding> findings)
    {
        var best = Missing;
        foreach (var finding in findings)
        {
            if (finding.Verdict == ConceptVerdict.Found)
            {
                return finding;
            }

            best = best.Verdict == ConceptVerdict.Missing ? finding : best;
        }

        return best;
    }

    private ConceptFinding Find(WordingPattern wording)
    {
        if (wording.Terms.IsEmpty)
        {
            return Missing;
        }

        ImmutableArray<ImmutableArray<Sought>> terms =
        [
            .. wording.Terms.Select(alternatives =>
                alternatives.Select(term => new Sought(term.Needed, search.Find(term))).ToImmutableArray()
            ),
        ];
        var starts = terms
            .SelectMany(alternatives => alternatives)
            .SelectMany(alternative => alternative.Units)
            .SelectMany(hits => hits)
            .Select(hit => hit.Start)
            .ToImmutableSortedSet();
        return
            Best(
                starts
                    .Select(start => Cover(terms, start, start + wording.Window))
                    .OfType<List<Hit>>()
                    .Select(hits => new ConceptFinding(
                        Judge(wording, hits),
                        Quotation.Around(text, hits.Select(hit => hit.Start..hit.End))
                    ))
            )
                is { Verdict: not ConceptVerdict.Missing } finding
            ? finding
            : Missing;
    }

    /// <summary>Hits between two places that cover all terms; null where they do not.</summary>
    private static List<Hit>? Cover(ImmutableArray<ImmutableArray<Sought>> terms, int start, int end)
    {
        var result = new List<Hit>();
        foreach (var alternatives in terms)
        {
            var covered = alternatives
                .Select(alternative => alternative.Between(start, end))
                .OfType<List<Hit>>()
                .MinBy(hits => hits.Count(hit => hit.IsTypo));
            if (covered is null)
            {
                return null;
            }

            result.AddRange(covered);
        }

        return result;
    }

    private ConceptVerdict Judge(WordingPattern wording, List<Hit> hits)
    {
        if (!isEnglish)
        {
            return hits.Exists(hit => hit.IsTypo) ? ConceptVerdict.Perhaps : ConceptVerdict.Found;
        }

        var (start, end) = Around(hits, word => word.Sentence);
        if (IsQuestion(end) || Listing.OnlyNames(text.Words.AsSpan()[start..end]))
        {
            return ConceptVerdict.Missing;
        }

        var agreement = Compare(wording, hits);
        if (agreement.IsOpposite)
        {
            return ConceptVerdict.Missing;
        }

        var isSure = !agreement.IsDoubtful && (agreement.Exact > 0 || !hits.Exists(hit => hit.IsTypo));
        return agreement.IsClose ? (isSure ? ConceptVerdict.Found : ConceptVerdict.Perhaps)
            : isSure && agreement.IsPossible ? ConceptVerdict.Perhaps
            : ConceptVerdict.Missing;
    }

    /// <summary>Whether a sentence that ends before a word is a question, which states nothing.</summary>
    private bool IsQuestion(int end) => text.Text.AsSpan(text.Words[end - 1].End).TrimStart() is ['?', ..];

    private Agreement Compare(WordingPattern wording, List<Hit> hits)
    {
        var (start, end) = Around(hits, word => word.Sentence);
        var places = wording.Content.Select(word => PlaceOf(word, start, end, hits)).ToList();
        var found = places.Where(place => place.Index >= 0).ToList();
        var (inOrder, turned) = (0, 0);
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = i + 1; j < found.Count; j++)
            {
                // One word may stand for two: a compound, or a term and its alternative.
                inOrder += found[i].Index < found[j].Index ? 1 : 0;
                turned += found[i].Index > found[j].Index ? 1 : 0;
            }
        }

        var isInOneGo = found.Count > 1 && turned == 0;
        var within = isInOneGo
            ? Enumerable.Range(found[0].Index, found[^1].Index - found[0].Index).Count(i => IsRival(i, wording, hits))
            : 0;
        var (from, to) = Around(hits, word => word.Phrase);
        var rivals = Enumerable.Range(from, to - from).Where(i => IsRival(i, wording, hits)).ToList();
        var (clauseStart, clauseEnd) = Around(hits, word => word.Clause);
        var clause = text.Words[clauseStart..clauseEnd];
        var otherwise = wording
            .Content.Where(
                (word, i) =>
                    places[i].Index >= clauseStart
                    && places[i].Index < clauseEnd
                    && text.Words[places[i].Index].IsNegated != word.IsNegated
            )
            .Count();
        if (roles.IsTurned(wording.Words, clause))
        {
            (inOrder, turned) = (Math.Max(inOrder, turned), Math.Min(inOrder, turned));
        }

        return new Agreement(
            wording.Content.Where((word, i) => places[i].Index >= 0 || !wording.Optional.Contains(word.Stem)).Count(),
            found.Count,
            found.Count(place => !place.IsTypo),
            inOrder,
            turned,
            rivals.Count,
            rivals.Count(i => roles.IsThing(text.Words[i])),
            wording
                .Content.Where(
                    (word, i) => places[i].Index < 0 && !wording.Optional.Contains(word.Stem) && roles.IsThing(word)
                )
                .Count(),
            roles.Compare(wording.Words, clause)
        )
        {
            IsInOneGo = isInOneGo && within == 0,
            NegatedOtherwise = otherwise,
            IsNegated = IsNegated(hits) != wording.IsNegated,
            IsReversed = Antonyms.Reverse(wording.Words, clause),
        };
    }

    private bool IsNegated(List<Hit> hits) =>
        hits.Exists(hit => text.Words[hit.Start..hit.End].Any(word => word.IsNegated));

    /// <summary>Where a word of a wording stands, best in a hit; index -1 where it does not.</summary>
    private (int Index, bool IsTypo) PlaceOf(Word word, int start, int end, List<Hit> hits)
    {
        foreach (var hit in hits)
        {
            if (hit.PlaceOf(word) is >= 0 and var place)
            {
                return (place, hit.IsTypo);
            }
        }

        var best = (Index: -1, IsTypo: false);
        for (var i = start; i < end; i++)
        {
            var (isSame, isTypo) = search.Compare(text.Words[i], word);
            best = isSame && (best.Index < 0 || !isTypo) ? (i, isTypo) : best;
        }

        return best;
    }

    /// <summary>Whether a word belongs to the card, but to another concept.</summary>
    private bool IsRival(int index, WordingPattern wording, List<Hit> hits)
    {
        var word = text.Words[index];
        return !word.IsFunctionWord
            && cardWords.Contains(word.Stem)
            && !wording.Words.Any(own => own.Stem == word.Stem || EnglishWords.AreSynonyms(own.Stem, word.Stem))
            && !hits.Exists(hit => hit.Takes(index));
    }

    /// <summary>From the first to the last word of the parts of the text that the hits stand in.</summary>
    private (int Start, int End) Around(List<Hit> hits, Func<Word, int> part)
    {
        var (start, end) = (hits.Min(hit => hit.Start), hits.Max(hit => hit.End));
        var (first, last) = (Math.Max(0, start - Context), Math.Min(text.Words.Length, end + Context));
        while (start > first && part(text.Words[start - 1]) == part(text.Words[start]))
        {
            start--;
        }

        while (end < last && part(text.Words[end]) == part(text.Words[end - 1]))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>An alternative of a term with where its units stand.</summary>
    private sealed record Sought(int Needed, ImmutableArray<ImmutableArray<Hit>> Units)
    {
        /// <summary>One hit for each of enough units between two places; null where there are not enough.</summary>
        public List<Hit>? Between(int start, int end)
        {
            var hits = Units.Select(unit => Nearest(unit, start, end)).OfType<Hit>().ToList();
            return hits.Count >= Needed ? hits : null;
        }

        /// <summary>The first hit between two places, rather without a typo.</summary>
        private static Hit? Nearest(ImmutableArray<Hit> hits, int start, int end)
        {
            Hit? typo = null;
            for (var i = FirstFrom(hits, start); i < hits.Length && hits[i].Start < end; i++)
            {
                if (hits[i].End <= end && !hits[i].IsTypo)
                {
                    return hits[i];
                }

                typo ??= hits[i].End <= end ? hits[i] : null;
            }

            return typo;
        }

        private static int FirstFrom(ImmutableArray<Hit> hits, int start)
        {
            var (low, high) = (0, hits.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = hits[middle].Start < start ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
