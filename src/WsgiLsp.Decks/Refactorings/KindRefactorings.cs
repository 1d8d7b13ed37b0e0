using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>
/// Changes of one card into another kind, by way of the plain recall card: recall and cloze, recall and choice, recall and
/// explain; and the answer of one behind a fold. Tried before they are offered, as <see cref="CardRefactorings"/> are: the card
/// asks the same, its hints and explanation stay, and so do all other cards.
/// </summary>
public static class KindRefactorings
{
    /// <summary>In the places of options that their author is to write.</summary>
    internal static readonly ImmutableArray<string> WrongAnswers = ["A wrong answer", "Another wrong answer"];

    /// <summary>In the place of a concept that its author is to write.</summary>
    internal const string Concept = "What a full answer names";

    /// <summary>Longer answers are no options.</summary>
    private const int MostWords = 12;

    private const int MarkLength = 2;

    /// <summary>A recall card with blanks in the places of its bold terms.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? RecallToCloze(Deck deck, int section)
    {
        if (CardDraft<RecallContent>.Of(deck, section) is not { Parsed: var parsed } draft || !IsPlain(parsed))
        {
            return null;
        }

        var text = parsed.Source.Text;
        var bold = BoldTerms(parsed).ToList();
        foreach (var term in bold)
        {
            draft.Replace(new TextSpan(term.Start - MarkLength, MarkLength), "{{");
            draft.Replace(new TextSpan(term.End, MarkLength), "}}");
        }

        var wanted = bold.Select(term => text.Substring(term.Start, term.Length)).ToList();
        return draft.Try<ClozeContent>(
            "Make it a cloze card",
            CardKind.Cloze,
            (_, after) => wanted.Count > 0 && after.Clozes.Select(blank => blank.Answer).SequenceEqual(wanted)
        );
    }

    /// <summary>A cloze card without blanks, whose heading asks; what was blank is bold.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? ClozeToRecall(Deck deck, int section)
    {
        if (CardDraft<ClozeContent>.Of(deck, section) is not { } draft)
        {
            return null;
        }

        var text = draft.Parsed.Source.Text;
        foreach (var blank in ClozePlaces.Of(draft.Parsed))
        {
            var place = new TextSpan(blank.Start, blank.Length);
            if (place.Start < draft.Parsed.Heading.End)
            {
                return null;
            }

            var isMarked =
                text.AsSpan(0, place.Start).EndsWith("**") || blank.Answer.AsSpan().IndexOfAny('*', '`') >= 0;
            draft.Replace(place, isMarked ? blank.Answer : $"**{blank.Answer}**");
        }

        return draft.Try<RecallContent>(
            "Make it a recall card",
            CardKind.Recall,
            (before, after) => Bare(after.Prompt + "\n\n" + after.Body) == Bare(before.Answer)
        );

        static string Bare(string markdown) => markdown.Replace("**", "", StringComparison.Ordinal);
    }

    /// <summary>A recall card with a short answer as a choice; its author writes the wrong options.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? RecallToChoice(Deck deck, int section)
    {
        if (
            CardDraft<RecallContent>.Of(deck, section) is not { Parsed: var parsed } draft
            || !IsPlain(parsed)
            || ShortAnswer(parsed) is not { } answer
        )
        {
            return null;
        }

        var line = LineEnd.Of(parsed.Source.Text);
        draft.Insert(answer.Start, "- [x] ");
        draft.Insert(answer.End, string.Concat(WrongAnswers.Select(wrong => $"{line}- [ ] {wrong}")));
        return draft.Try<ChoiceContent>(
            "Make it a choice card",
            CardKind.Choice,
            (before, after) =>
                !after.IsMulti
                && after.Prompt == before.Prompt
                && after
                    .Options.Where(option => option.Correct)
                    .Select(option => option.Text)
                    .SequenceEqual([before.Body]),
            WrongAnswers[0]
        );
    }

    /// <summary>A choice card as a recall card: its keys are the answer, its distractors go.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? ChoiceToRecall(Deck deck, int section)
    {
        if (
            CardDraft<ChoiceContent>.Of(deck, section) is not { Parsed: { Options: { } list } parsed } draft
            || list.Options.Any(one => one.Option.Feedback.Length > 0 || one.DetachedFence is not null)
        )
        {
            return null;
        }

        var keys = list.Options.Where(one => one.Option.Correct).Select(one => one.Option.Text).ToList();
        if (keys.Count == 0 || (keys.Count > 1 && keys.Exists(key => key.Contains('\n', StringComparison.Ordinal))))
        {
            return null;
        }

        var answer = keys is [var only] ? only : string.Join('\n', keys.Select(key => "- " + key));
        var line = LineEnd.Of(parsed.Source.Text);
        var flow = parsed.Body.Flow;
        var lines = new LineRange(flow[list.FirstBlock].Lines.First, flow[list.EndBlock - 1].Lines.End);
        draft.Replace(
            parsed.Source.Span(lines),
            (list.FirstBlock > 0 ? $"---{line}{line}" : "") + answer.ReplaceLineEndings(line)
        );
        return draft.Try<RecallContent>(
            "Make it a recall card",
            CardKind.Recall,
            (before, after) => after.Prompt == before.Prompt && after.Body == answer
        );
    }

    /// <summary>A recall card with a rubric of its bold terms, or else of a concept that its author writes.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? AddRubric(Deck deck, int section)
    {
        if (CardDraft<RecallContent>.Of(deck, section) is not { Parsed: var parsed } draft || !IsPlain(parsed))
        {
            return null;
        }

        string? placeholder = null;
        if (RubricDraft.Insert(parsed) is { } rubric)
        {
            draft.Add(rubric);
        }
        else
        {
            var line = LineEnd.Of(parsed.Source.Text);
            var end = parsed.Source.Span(parsed.Body.Flow[^1].Lines).End;
            draft.Insert(end, $"{line}{line}> [!IMPORTANT]{line}> - **{Concept}**");
            placeholder = Concept;
        }

        return draft.Try<ExplainContent>(
            "Add a rubric: make it an explain card",
            CardKind.Explain,
            (before, after) => after.Prompt == before.Prompt && after.ModelAnswer == before.Body,
            placeholder
        );
    }

    /// <summary>An explain card without its rubric; where it has no model answer, the concepts are the answer.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? ExplainToRecall(Deck deck, int section)
    {
        if (CardDraft<ExplainContent>.Of(deck, section) is not { Parsed: var parsed } draft)
        {
            return null;
        }

        var content = (ExplainContent)parsed.Content!;
        var source = parsed.Source;
        var line = LineEnd.Of(source.Text);
        var rubric = source.Span(parsed.Body.RubricLines);
        var answer = content.ModelAnswer;
        if (answer.Length == 0)
        {
            answer = string.Join('\n', content.Concepts.Select(concept => "- " + concept.Text.Replace('\n', ' ')));
            draft.Replace(rubric, answer.ReplaceLineEndings(line));
        }
        else
        {
            // With the blank lines before it.
            var start = source.Text.AsSpan(0, rubric.Start).TrimEnd().Length;
            draft.Replace(TextSpan.FromBounds(start, rubric.End), "");
        }

        return draft.Try<RecallContent>(
            "Make it a recall card",
            CardKind.Recall,
            (before, after) => after.Prompt == before.Prompt && after.Body == answer
        );
    }

    /// <summary>A recall card whose answer is folded away on GitHub and in other viewers.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? WrapAnswer(Deck deck, int section)
    {
        if (CardDraft<RecallContent>.Of(deck, section) is not { Parsed: var parsed } draft || !IsPlain(parsed))
        {
            return null;
        }

        var line = LineEnd.Of(parsed.Source.Text);
        var flow = parsed.Body.Flow;
        var lines = new LineRange(flow[parsed.Zones.Answer].Lines.First, flow[parsed.Zones.AnswerEnd - 1].Lines.End);
        var start = parsed.Source.LineStart(lines.First);
        draft.Insert(start, $"<details>{line}<summary>Answer</summary>{line}{line}");
        draft.Insert(parsed.Source.Span(lines).End, $"{line}{line}</details>");
        return draft.Try<RecallContent>(
            "Fold the answer away",
            CardKind.Recall,
            (before, after) => after.Prompt == before.Prompt && after.Body == before.Body
        );
    }

    /// <summary>Whether nothing parts prompt and answer, so that all text below the heading answers.</summary>
    private static bool IsPlain(ParsedSection parsed) =>
        parsed is { Zones: { PromptEnd: 0, Answer: 0, AnswerEnd: > 0 }, IsAnswerHidden: false };

    /// <summary>The answer where it is one short paragraph on one line.</summary>
    private static TextSpan? ShortAnswer(ParsedSection parsed)
    {
        if (parsed.Body.Flow is not [{ Syntax: ParagraphBlock } block])
        {
            return null;
        }

        var span = parsed.Source.Span(block.Lines);
        var text = parsed.Source.Text.AsSpan(span.Start, span.Length);
        return text.IndexOfAny('\r', '\n') < 0 && text.Count(' ') < MostWords && text.Length > 1 ? span : null;
    }

    /// <summary>What is bold in paragraphs and lists of the answer, without the marks.</summary>
    private static IEnumerable<TextSpan> BoldTerms(ParsedSection parsed) =>
        parsed
            .AnswerBlocks.Select(block => block.Syntax)
            .SelectMany(block =>
                block switch
                {
                    ParagraphBlock paragraph => [paragraph],
                    ListBlock list => list.Descendants<ParagraphBlock>(),
                    _ => [],
                }
            )
            .SelectMany(paragraph => paragraph.Inline ?? Enumerable.Empty<Inline>())
            .OfType<EmphasisInline>()
            .Where(bold => bold.DelimiterCount == MarkLength && bold.Span.Length > 2 * MarkLength)
            .Select(bold => new TextSpan(bold.Span.Start + MarkLength, bold.Span.Length - (2 * MarkLength)));
}
