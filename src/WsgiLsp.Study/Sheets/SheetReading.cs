using System.Collections.Immutable;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Sheets;

/// <summary>What the complete lines under a sheet's question come to.</summary>
/// <param name="Answer">
/// The lines to take together, the last of them the one that is answered; with those before it that say nothing here, so that
/// the session knows all that stands on the sheet. Empty for none yet.
/// </param>
/// <param name="Last">Which of the lines that was, 0-based; -1 for none.</param>
/// <param name="Unreadable">The first line that says nothing here, 0-based, and what was expected; null for none.</param>
public sealed record SheetReading(
    ImmutableArray<string> Answer,
    int Last,
    (int Line, string Expected)? Unreadable = null
)
{
    /// <summary>Reads lines; changes nothing.</summary>
    /// <param name="state">Where the transcript is.</param>
    /// <param name="lines">The complete lines below the one that asks.</param>
    /// <param name="waiting">
    /// How many of the first ones stood there before they were asked for: as far as they are empty they answer nothing.
    /// </param>
    /// <param name="view">The time and the schedule.</param>
    public static SheetReading Of(TranscriptState state, IReadOnlyList<string> lines, int waiting, IStudyView view)
    {
        (int Line, string Expected)? unreadable = null;
        var first = 0;
        while (first < Math.Min(waiting, lines.Count) && string.IsNullOrWhiteSpace(lines[first]))
        {
            first++;
        }

        for (var i = first; i < lines.Count; i++)
        {
            var step = TranscriptMachine.Step(state, lines[i], view);
            if (step.Warning is { } expected)
            {
                unreadable ??= (i, expected);
                continue;
            }

            state = step.State;
            if (!step.Lines.IsEmpty)
            {
                return new SheetReading([.. lines.Take(first..(i + 1))], i, unreadable);
            }
        }

        return new SheetReading([], -1, unreadable);
    }

    /// <summary>The lines to take with one that a button stands for: with those that belong to the same question.</summary>
    /// <param name="state">Where the transcript is.</param>
    /// <param name="lines">What stands below the line that asks, complete or not.</param>
    /// <param name="complete">How many of the first ones are complete.</param>
    /// <param name="pressed">What the button stands for.</param>
    /// <param name="view">The time and the schedule.</param>
    /// <returns>
    /// The lines, the last of them the button's, and after which of the lines that comes: -1 for right after the question.
    /// No lines where the button says nothing here any more.
    /// </returns>
    public static (ImmutableArray<string> Answer, int After) Pressed(
        TranscriptState state,
        IReadOnlyList<string> lines,
        int complete,
        string pressed,
        IStudyView view
    )
    {
        var (after, count) = (-1, 0);
        var silent = new List<string>();
        var last = Enumerable.Range(0, lines.Count).LastOrDefault(i => !string.IsNullOrWhiteSpace(lines[i]), -1);
        for (var i = 0; i <= last; i++)
        {
            var step = TranscriptMachine.Step(state, lines[i], view);
            if (!step.Lines.IsEmpty)
            {
                // What would be an answer by itself is none of this one.
                continue;
            }

            // What says nothing here was typed for this question all the same: it must not answer the next one.
            silent.Add(lines[i]);
            if (step.Warning is null ? !ReferenceEquals(step.State, state) : i < complete)
            {
                (state, after, count) = (step.State, i, silent.Count);
            }
        }

        var end = TranscriptMachine.Step(state, pressed, view);
        return end.Lines.IsEmpty ? ([], -1) : ([.. silent.Take(count), pressed], after);
    }
}
