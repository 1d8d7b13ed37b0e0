using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// Something that a line did and that must be on disk before the step's lines are shown: a closed family.
/// </summary>
/// <param name="Item">The item that it happened to.</param>
public abstract record TranscriptEffect(SessionItem Item);

/// <summary>An answer was graded.</summary>
/// <param name="Item">What was asked.</param>
/// <param name="Number">The answer's number in the session, from 1; undo and regrade refer to it.</param>
/// <param name="Answer">The answer and its grade.</param>
public sealed record AnswerGraded(SessionItem Item, int Number, GradedAnswer Answer) : TranscriptEffect(Item)
{
    /// <summary>The number of the answer that this one takes the place of, in an exam; else null.</summary>
    public int? Replaces { get; init; }
}

/// <summary>A graded answer was taken back.</summary>
/// <param name="Item">The item.</param>
/// <param name="Number">The answer's number.</param>
public sealed record AnswerUndone(SessionItem Item, int Number) : TranscriptEffect(Item);

/// <summary>A graded answer got another grade.</summary>
/// <param name="Item">The item.</param>
/// <param name="Number">The answer's number.</param>
/// <param name="Grade">The grade that counts from now on.</param>
public sealed record AnswerRegraded(SessionItem Item, int Number, Grade Grade) : TranscriptEffect(Item);

/// <summary>The item is not asked again on this study day.</summary>
public sealed record ItemBuried(SessionItem Item) : TranscriptEffect(Item);

/// <summary>The item is due on this study day.</summary>
public sealed record ItemDueNow(SessionItem Item) : TranscriptEffect(Item);

/// <summary>The item, which was suspended, is asked again from now on.</summary>
public sealed record ItemResumed(SessionItem Item) : TranscriptEffect(Item);

/// <summary>The item is not asked again until it is resumed.</summary>
public sealed record ItemSuspended(SessionItem Item) : TranscriptEffect(Item);
