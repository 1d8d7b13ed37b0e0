using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>What stands open in a transcript, for faces that show more than its lines.</summary>
/// <param name="Item">The item.</param>
/// <param name="Number">Its number in its round, from 1.</param>
public sealed record OpenQuestion(SessionItem Item, int Number)
{
    /// <summary>Number of hints shown.</summary>
    public int Hints { get; init; }

    /// <summary>What the learner wrote so far, a line each.</summary>
    public ImmutableArray<string> Written { get; init; } = [];

    /// <summary>Whether the answer stands revealed and waits for the learner's grade.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>The concepts of a revealed explain card, with corrections; else null.</summary>
    public ConceptReport? Report { get; init; }

    /// <summary>Whether the answer was asked for, so that what was written was compared with nothing.</summary>
    public bool GaveUp { get; init; }

    /// <summary>The grade that the machine suggests; null for none.</summary>
    public Grade? Suggestion { get; init; }

    /// <summary>What stands open; null where nothing does.</summary>
    internal static OpenQuestion? In(TranscriptState state) =>
        state.Phase switch
        {
            Asking asking => Of(state, asking) with { Written = [.. asking.Written] },
            JudgingExplain judging => Of(state, judging) with
            {
                IsRevealed = true,
                Written = LinesOf(judging),
                Report = judging.Report,
                GaveUp = judging.GaveUp,
                Suggestion = judging.Suggestion,
            },
            Judging judging => Of(state, judging) with { IsRevealed = true, Written = LinesOf(judging) },
            _ => null,
        };

    private static OpenQuestion Of(TranscriptState state, OpenItem open) =>
        new(state.Slots[open.Index].Item, open.Index + 1) { Hints = open.Hints };

    private static ImmutableArray<string> LinesOf(Judging judging) =>
        judging.Written.Length == 0 ? [] : [.. judging.Written.Split('\n')];
}
