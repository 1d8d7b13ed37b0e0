using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Remembers an open document's diagnostics, so that a finding that was there before is neither made nor written anew: to
/// do that with all findings at each key would cost more than the key. Safe to use from several threads.
/// </summary>
internal sealed class KnownDiagnostics
{
    private readonly Lock guard = new();
    private Dictionary<Finding, Known> last = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Finding, Known> next = new(ReferenceEqualityComparer.Instance);
    private DiagnosticForm lastForm;

    /// <summary>Findings as diagnostics.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="form">Which properties the client understands.</param>
    /// <param name="make">Makes the diagnostic of a finding in that form.</param>
    /// <param name="isFixed">Whether nothing but a finding and its line tell its diagnostic.</param>
    public IReadOnlyList<Diagnostic> Of(
        ImmutableArray<PlacedFinding> findings,
        DiagnosticForm form,
        Func<PlacedFinding, Diagnostic> make,
        Func<Finding, bool> isFixed
    )
    {
        var diagnostics = new WrittenDiagnostic[findings.Length];
        lock (guard)
        {
            if (form != lastForm)
            {
                last.Clear();
                lastForm = form;
            }

            for (var i = 0; i < findings.Length; i++)
            {
                diagnostics[i] = isFixed(findings[i].Finding) ? Of(findings[i], make) : new(make(findings[i]));
            }

            last.Clear();
            (last, next) = (next, last);
        }

        return new WrittenDiagnostics(diagnostics);
    }

    private WrittenDiagnostic Of(PlacedFinding placed, Func<PlacedFinding, Diagnostic> make)
    {
        if (!last.TryGetValue(placed.Finding, out var known) || known.Line != placed.Line)
        {
            known = new Known(placed.Line, new WrittenDiagnostic(make(placed)));
        }

        next[placed.Finding] = known;
        return known.Diagnostic;
    }

    /// <summary>A diagnostic that was made.</summary>
    /// <param name="Line">Where the finding's section began.</param>
    /// <param name="Diagnostic">The diagnostic.</param>
    private readonly record struct Known(int Line, WrittenDiagnostic Diagnostic);
}
