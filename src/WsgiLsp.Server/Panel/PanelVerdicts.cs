using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Server.Panel;

/// <summary>Says how an answer was judged.</summary>
internal static class PanelVerdicts
{
    /// <summary>The verdict in a word or two.</summary>
    /// <param name="answer">An answer that a machine judged.</param>
    /// <param name="blanks">How its lines compare, where it has any.</param>
    public static PanelVerdict Of(GradedAnswer answer, ImmutableArray<PanelBlank> blanks) =>
        answer switch
        {
            { Given.Length: 0 } => new PanelVerdict(PanelMark.Wrong, "Here is the answer."),
            { Correct: true } => blanks.Any(blank => blank.State == PanelMark.Missed)
                ? new PanelVerdict(PanelMark.Missed, "Almost.")
                : new PanelVerdict(PanelMark.Right, "Right."),
            { Parts: { Got: > 0 } parts } => new PanelVerdict(
                PanelMark.Missed,
                $"In part: {parts.Got} of {parts.Total}."
            ),
            _ => new PanelVerdict(PanelMark.Wrong, "Not right."),
        };
}
