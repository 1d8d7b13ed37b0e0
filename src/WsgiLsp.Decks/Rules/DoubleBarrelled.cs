using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class DoubleBarrelled : Rule
{
    private const int FewestWords = 3;

    public override string Name => "double-barrelled";

    public override Severity Severity => Severity.Information;

    public override bool IsEnglish => true;

    public override string Summary => "two questions in one prompt";

    public override string Why =>
        """
            Knowing one half and not the other leaves no honest grade, and the half that is known is asked as often as the half
            that is not. One question a card: the smaller the piece, the better it is remembered. A bare "and why?" is left
            alone, since a reason belongs to its answer, and so are cards with a rubric, which grade each concept by itself.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a mutex? When would you use a semaphore instead?
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                A lock that one thread holds at a time. A semaphore lets several in.
                """,
            """
                ### What is a closure and why is it useful?
                                      ^^^^^^^^^^^^^^^^^^^^^
                A function with the variables around it. It keeps state without a class.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a mutex?

                A lock that one thread holds at a time.

                ### When would you use a semaphore instead of a mutex?

                When several threads may enter at once.
                """,
            """
                ### Which sorts in place, and why?

                Heapsort: it keeps its heap in the array itself.

                ### Who decides when and where a thread runs?

                The scheduler.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not (RecallContent or ChoiceContent or TypedContent))
        {
            return;
        }

        var heading = Question.Heading(section);
        if (heading.IndexOf('?') < 0 || !MayHaveTwo(heading) || WritesFreely(heading))
        {
            return;
        }

        var text = section.Prompt.Without(ProseStyle.Code).AsSpan(0, heading.Length);
        if ((SecondQuestion(text) ?? SecondHalf(text)) is { } place)
        {
            report.Add(
                this,
                section.Prompt.Span(place.Start, place.Length),
                "This is a second question. Give it a card of its own, so that each answer is graded by itself."
            );
        }
    }

    private static bool MayHaveTwo(ReadOnlySpan<char> heading) =>
        heading.Count('?') > 1 || AnyCase.Has(heading, " and ") || heading.Contains(" & ", StringComparison.Ordinal);

    private static bool WritesFreely(ReadOnlySpan<char> heading)
    {
        var first = Question.FirstWord(heading, Question.Start(heading));
        var word = heading.Slice(first.Start, first.Length);
        return word.Equals("Explain", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Describe", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Compare", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Discuss", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The second sentence that is a question of its own.</summary>
    private static TextSpan? SecondQuestion(ReadOnlySpan<char> heading)
    {
        var questions = 0;
        foreach (var sentence in Sentences.Of(heading))
        {
            var text = heading.Slice(sentence.Start, sentence.Length);
            if (
                text[^1] == '?'
                && Words.PartsIn(text).Count() >= FewestWords
                && !text.EndsWith("why not?", StringComparison.OrdinalIgnoreCase)
                && AsksItself(text)
                && ++questions == 2
            )
            {
                return sentence;
            }
        }

        return null;
    }

    private static bool AsksItself(ReadOnlySpan<char> sentence)
    {
        var first = Question.FirstWord(sentence, Question.Start(sentence));
        var word = sentence.Slice(first.Start, first.Length);
        if (
            word.Equals("and", StringComparison.OrdinalIgnoreCase)
            || word.Equals("also", StringComparison.OrdinalIgnoreCase)
        )
        {
            first = Question.FirstWord(sentence, first.End);
            word = sentence.Slice(first.Start, first.Length);
        }

        return QuestionWords.IsOpening(word) || QuestionWords.IsVerb(word);
    }

    /// <summary>"and why is …" after a question that began with a question word.</summary>
    private static TextSpan? SecondHalf(ReadOnlySpan<char> heading)
    {
        var start = Question.Start(heading);
        var end = heading.IndexOf('?');
        var first = Question.FirstWord(heading, start);
        if (end < first.End || !QuestionWords.IsOpening(heading.Slice(first.Start, first.Length)))
        {
            return null;
        }

        var question = heading[..end];
        var (beforeAnd, and, opening) = (default(TextSpan), default(TextSpan), default(TextSpan));
        var clauses = 0;
        var count = 0;
        foreach (var place in Words.PartsIn(question))
        {
            var word = question.Slice(place.Start, place.Length);
            if (
                count >= 4
                && QuestionWords.IsVerb(word)
                && IsAnd(question.Slice(and.Start, and.Length))
                && Opens(question.Slice(opening.Start, opening.Length), clauses)
                && !QuestionWords.IsOpening(question.Slice(beforeAnd.Start, beforeAnd.Length))
            )
            {
                return TextSpan.FromBounds(and.Start, end + 1);
            }

            clauses += QuestionWords.IsOpening(question.Slice(opening.Start, opening.Length)) ? 1 : 0;
            (beforeAnd, and, opening) = (and, opening, place);
            count++;
        }

        return null;
    }

    private static bool IsAnd(ReadOnlySpan<char> word) => word.Equals("and", StringComparison.OrdinalIgnoreCase);

    // After "which statement says what a lock is" a clause may go on with "and what is …".
    private static bool Opens(ReadOnlySpan<char> word, int clauses) =>
        word.Equals("why", StringComparison.OrdinalIgnoreCase)
        || word.Equals("how", StringComparison.OrdinalIgnoreCase)
        || (
            clauses < 2
            && (
                word.Equals("what", StringComparison.OrdinalIgnoreCase)
                || word.Equals("when", StringComparison.OrdinalIgnoreCase)
                || word.Equals("where", StringComparison.OrdinalIgnoreCase)
            )
        );
}
