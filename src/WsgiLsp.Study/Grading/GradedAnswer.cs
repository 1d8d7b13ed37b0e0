using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

/// <summary>An answer with its grade: everything that the log keeps of it, apart from when and where.</summary>
public sealed record GradedAnswer
{
    /// <summary>The grade that counts.</summary>
    public required Grade Grade { get; init; }

    /// <summary>
    /// What was answered: the deck's indices of the picked options (<c>0,2</c>), of the items in the order given, or of
    /// the right sides that the left ones were given; <c>true</c> or <c>false</c>; or the text as written, a line a blank.
    /// Empty where nothing was.
    /// </summary>
    public string Given { get; init; } = "";

    /// <summary>Whether a machine found it right; null where only the reader can tell.</summary>
    public bool? Correct { get; init; }

    /// <summary>What stood between the question and the answer.</summary>
    public AnswerHelp Help { get; init; }

    /// <summary>How much was right, for kinds whose answer has parts: multi, cloze, order and match; else null.</summary>
    public PartMarks? Parts { get; init; }

    /// <summary>For explain: what the machine found, one verdict a concept. Empty for other kinds.</summary>
    public ImmutableArray<ConceptVerdict> AutomaticConcepts { get; init; } = [];

    /// <summary>For explain: the verdicts after the reader's corrections. Empty for other kinds.</summary>
    public ImmutableArray<ConceptVerdict> FinalConcepts { get; init; } = [];

    /// <summary>A question that the reader gave up, of whatever kind.</summary>
    public static GradedAnswer GaveUp(AnswerHelp help) =>
        new()
        {
            Grade = Grade.Again,
            Correct = false,
            Help = help,
        };
}
