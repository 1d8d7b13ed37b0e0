using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>An answer of a kept round.</summary>
internal sealed class KeptAnswer
{
    /// <summary>Its number in the session.</summary>
    public required int Number { get; init; }

    /// <summary>The review that the log has of it, with all that was answered.</summary>
    public required Guid Review { get; init; }

    /// <summary>What was open when it was given.</summary>
    public required KeptOpen Before { get; init; }

    /// <summary>The grade that counts.</summary>
    public required Grade Grade { get; init; }

    /// <summary>What was answered.</summary>
    public string Given { get; init; } = "";

    /// <summary>Whether a machine found it right.</summary>
    public bool? Correct { get; init; }

    /// <summary>Number of hints that were shown.</summary>
    public int Hints { get; init; }

    /// <summary>How sure its learner was; null for no word of it.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The last verdicts on concepts; null for kinds without any.</summary>
    public List<ConceptVerdict>? Concepts { get; init; }

    /// <summary>When it was given, ms UTC.</summary>
    public long Time { get; init; }

    /// <summary>How long before it the answer was looked at, ms; null where that did not cap the grade.</summary>
    public long? Peeked { get; init; }

    /// <summary>Writes it down: what the log or the verdict says alone is left out, since it was said.</summary>
    public static KeptAnswer Of(HistoryEntry entry, Guid review) =>
        new()
        {
            Number = entry.Number,
            Review = review,
            Before = KeptOpen.Of(entry.Before),
            Grade = entry.Answer.Grade,
            Given = entry.Answer.Given,
            Correct = entry.Answer.Correct,
            Hints = entry.Answer.Help.Hints,
            Certainty = entry.Answer.Help.Certainty,
            Concepts = entry.Answer.FinalConcepts.IsEmpty ? null : [.. entry.Answer.FinalConcepts],
            Time = entry.Time,
            Peeked = (long?)entry.Peeked?.TotalMilliseconds,
        };

    /// <summary>The answer again.</summary>
    public HistoryEntry Restore(OpenItem before) =>
        new(
            Number,
            before,
            new GradedAnswer
            {
                Grade = Grade,
                Given = Given,
                Correct = Correct,
                Help = new AnswerHelp(Hints, Certainty),
                FinalConcepts = [.. Concepts ?? []],
            },
            Time
        )
        {
            Peeked = Peeked is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
        };
}
