using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>How typed answers to a card are compared with accepted ones.</summary>
/// <param name="Match">The author's choice; null: by the look of each accepted answer.</param>
/// <param name="Tolerance">How far a number may be off, at least 0; null for not at all.</param>
/// <param name="Known">Words that are no typos.</param>
public sealed record AnswerComparison(TypedMatch? Match, double? Tolerance, KnownWords Known)
{
    /// <summary>The comparison that a card asks for.</summary>
    /// <param name="card">A typed or cloze card.</param>
    /// <param name="known">Words that are no typos: those of the workspace's decks.</param>
    public static AnswerComparison For(Card card, KnownWords known) => new(card.Match, card.Tolerance, known);

    /// <summary>Compares a line with accepted answers and keeps the best verdict, of equal ones the nearest answer.</summary>
    /// <param name="line">What was typed; any text.</param>
    /// <param name="accepted">The accepted answers, plain text: at least one.</param>
    /// <param name="isCode">Whether the author marked them as code.</param>
    internal AnswerFinding Examine(string line, ImmutableArray<string> accepted, bool isCode = false)
    {
        var exact = AnswerText.Exact(line);
        return accepted
            .Select(answer => new AnswerFinding(line, Compare(exact, AnswerText.Exact(answer), isCode), answer))
            .GroupBy(finding => finding.Verdict)
            .MaxBy(group => group.Key)!
            .MinBy(finding => finding.Verdict == AnswerVerdict.Right ? 0 : LetterDiff.Size(exact, finding.Nearest))!;
    }

    private AnswerVerdict Compare(string line, string accepted, bool isCode)
    {
        // Who is used to Markdown marks code as such, and means what is inside.
        line = accepted.Contains('`', StringComparison.Ordinal) ? line : line.Trim('`', ' ');
        var match = Match ?? ByLook(accepted, isCode);
        if (line == accepted || match == TypedMatch.Exact)
        {
            return line == accepted ? AnswerVerdict.Right : AnswerVerdict.Wrong;
        }

        if (match == TypedMatch.Number && NumberText.Read(accepted) is { } number)
        {
            return NumberText.Read(line) is { } typed && number.Accepts(typed, Tolerance ?? 0)
                ? AnswerVerdict.Right
                : AnswerVerdict.Wrong;
        }

        // A number or code with a typo is another one.
        var forgivesTypos = match == TypedMatch.IgnoreCase && !isCode && !CodeLook.IsCode(accepted);
        return AnswerText.Fold(line) == AnswerText.Fold(accepted) ? AnswerVerdict.Right
            : forgivesTypos && TypoRules.Forgive(line, accepted, Known) ? AnswerVerdict.Almost
            : AnswerVerdict.Wrong;
    }

    /// <summary>
    /// A number that its digits say in full is compared as one (3.10 may be a version and 007 a name), what looks like
    /// code letter by letter, and words as words.
    /// </summary>
    private TypedMatch ByLook(string accepted, bool isCode) =>
        NumberText.Read(accepted) is { } number && (number.IsPlain || Tolerance is not null) ? TypedMatch.Number
        : isCode || CodeLook.IsCode(accepted) ? TypedMatch.Exact
        : TypedMatch.IgnoreCase;
}
