using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>How far an item was open.</summary>
internal sealed class KeptOpen
{
    /// <summary>0-based index of the item in its round.</summary>
    public int Index { get; init; }

    /// <summary>Number of hints shown.</summary>
    public int Hints { get; init; }

    /// <summary>The lines that were written.</summary>
    public List<string> Written { get; init; } = [];

    /// <summary>Whether the answer stood revealed.</summary>
    public bool IsRevealed { get; init; }

    /// <summary>Whether it was asked for.</summary>
    public bool GaveUp { get; init; }

    /// <summary>The verdicts on concepts, with corrections; null where there were none.</summary>
    public List<ConceptVerdict>? Concepts { get; init; }

    /// <summary>Writes it down.</summary>
    public static KeptOpen Of(OpenItem open)
    {
        var explain = open as JudgingExplain;
        return new KeptOpen
        {
            Index = open.Index,
            Hints = open.Hints,
            Written = open switch
            {
                Asking asking => [.. asking.Written],
                Judging judging => [judging.Written],
                _ => [],
            },
            IsRevealed = open is Judging,
            GaveUp = explain?.GaveUp == true,
            Concepts = explain is null ? null : [.. explain.Report.Final],
        };
    }

    /// <summary>The same of an item that says what it said.</summary>
    /// <param name="item">The item.</param>
    /// <param name="known">Words that are no typos.</param>
    public OpenItem Restore(SessionItem item, KnownWords known) =>
        (IsRevealed, item.Card.Content) switch
        {
            (false, _) => new Asking(Index) { Hints = Hints, Written = [.. Written] },
            (_, ExplainContent) => new JudgingExplain(
                Index,
                Written[0],
                ExplainGrading.Examine(item.Card, Written[0], known) with
                {
                    Final = [.. Concepts!],
                },
                GaveUp
            )
            {
                Hints = Hints,
            },
            _ => new JudgingRecall(Index, Written[0]) { Hints = Hints },
        };
}
