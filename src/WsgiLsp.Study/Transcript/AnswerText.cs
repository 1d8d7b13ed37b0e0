using System.Globalization;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>What is said of an answer, wherever it was given.</summary>
public static class AnswerText
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <summary>The grade, and when the item comes back: <c>good → 2 d</c>.</summary>
    /// <param name="scale">What grades are called.</param>
    /// <param name="grade">The grade that counts.</param>
    /// <param name="wait">How long the item waits; null where nothing changes.</param>
    public static string Recorded(GradeScale scale, Grade grade, TimeSpan? wait) =>
        scale.NameOf(grade) + (wait is { } after ? TranscriptMarks.Wait + WaitText.Of(after) : "");

    /// <summary>Why another grade counts than the one given: <c> (you looked at it 3 min ago)</c>; empty where it is that.</summary>
    /// <param name="grade">The grade that counts.</param>
    /// <param name="given">The grade that was given.</param>
    /// <param name="peeked">How long before the answer its item was looked at; null where that does not matter.</param>
    public static string Capped(Grade grade, Grade given, TimeSpan? peeked) =>
        grade != given && peeked is { } ago
            ? $" (you looked at it {(ago < Moment ? "a moment" : WaitText.Of(ago))} ago)"
            : "";

    /// <summary>Said of an item that a miss makes a leech; else null.</summary>
    /// <param name="lapses">How often it was missed then, where it is to be said.</param>
    public static string? Leech(int? lapses) =>
        lapses is { } missed
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"You missed it {missed} times. Split the card in two, add a hint, or turn it around."
            )
            : null;

    /// <summary>Said with a revealed answer that is no longer the one that was learned, Markdown; else null.</summary>
    /// <param name="item">The item.</param>
    public static string? Changed(SessionItem item) =>
        item.FormerAnswer is { } former ? $"The answer changed since you learned it. It was: {former}" : null;
}
