using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>All that is found in a deck at one moment. Immutable.</summary>
/// <param name="own">By its own text.</param>
/// <param name="around">Among other decks; null where there are none.</param>
/// <param name="remarks">What the log says of it.</param>
/// <param name="ofLog">The same at its places.</param>
internal sealed class DeckFindings(
    ImmutableArray<PlacedFinding> own,
    WorkspaceFindings? around,
    ImmutableArray<LogRemark> remarks,
    ImmutableArray<PlacedFinding> ofLog
)
{
    private string? resultId;
    private ImmutableArray<PlacedFinding> all;

    /// <summary>By its own text.</summary>
    public ImmutableArray<PlacedFinding> Own => own;

    /// <summary>Among other decks; null where there are none.</summary>
    public WorkspaceFindings? Around => around;

    /// <summary>What the log says of it.</summary>
    public ImmutableArray<LogRemark> Remarks => remarks;

    /// <summary>All findings, in the order of their places.</summary>
    public ImmutableArray<PlacedFinding> All => all.IsDefault ? all = Join() : all;

    /// <summary>What is the same for the same findings: by it a client is told that nothing changed.</summary>
    public string ResultId => resultId ??= IdOf(All);

    /// <summary>What is the same for the same findings.</summary>
    public static string IdOf(ImmutableArray<PlacedFinding> findings)
    {
        var hash = new FindingHash();
        foreach (var finding in findings)
        {
            hash.Add(finding);
        }

        return hash.Value.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether other findings of the same text are the same to who reads them.</summary>
    public bool SaysTheSameAs(DeckFindings other) =>
        own == other.Own && SaysTheSame(around, other.Around) && remarks.SequenceEqual(other.Remarks);

    /// <summary>Takes over the id of what was found before, where the findings are the very same on the same lines.</summary>
    public void TakeOverId(DeckFindings before)
    {
        if (before.resultId is { } id && AreTheSame(All.AsSpan(), before.All.AsSpan()))
        {
            resultId = id;
        }
    }

    private static bool AreTheSame(ReadOnlySpan<PlacedFinding> now, ReadOnlySpan<PlacedFinding> before)
    {
        if (now.Length != before.Length)
        {
            return false;
        }

        for (var i = 0; i < now.Length; i++)
        {
            if (!ReferenceEquals(now[i].Finding, before[i].Finding) || now[i].Line != before[i].Line)
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<PlacedFinding> Join()
    {
        var others = around?.All ?? [];
        return others.IsEmpty && ofLog.IsEmpty
            ? own
            : [.. own.Concat(others).Concat(ofLog).OrderBy(finding => finding.Span.Start)];
    }

    private static bool SaysTheSame(WorkspaceFindings? one, WorkspaceFindings? other) =>
        ReferenceEquals(one, other)
        || (
            one is not null && other is not null
                ? one.SaysTheSameAs(other)
                : one?.All.IsEmpty != false && other?.All.IsEmpty != false
        );
}
