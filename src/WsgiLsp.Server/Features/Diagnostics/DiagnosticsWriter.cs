using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Writes an open document's diagnostics. A finding that was there before, on the same line, is not written anew: that of
/// all findings at each key would cost more than the key. Not safe to use from several threads.
/// </summary>
internal sealed class DiagnosticsWriter
{
    private readonly DiagnosticsParamsWriter writer = new();
    private readonly List<byte[]> diagnostics = [];
    private Dictionary<Finding, Written> last = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Finding, Written> next = new(ReferenceEqualityComparer.Instance);

    /// <summary>The params; they hold until the next call.</summary>
    /// <param name="document">The document.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="others">The open documents, in which related places may be.</param>
    /// <param name="positions">How the client counts: the same at each call.</param>
    /// <param name="client">What it understands: the same at each call.</param>
    public ReadOnlyMemory<byte> Write(
        OpenDocument document,
        ImmutableArray<PlacedFinding> findings,
        DocumentSnapshot others,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var form = DiagnosticsFeature.Pushed(client);
        next.Clear();
        diagnostics.Clear();
        foreach (var placed in findings)
        {
            // Related places move for themselves.
            var isKept = placed.Finding.Related.IsEmpty;
            if (!isKept || !last.TryGetValue(placed.Finding, out var written) || written.Line != placed.Line)
            {
                var diagnostic = DiagnosticsFeature.Of(placed, document.Uri, document.Text, others, positions, form);
                written = new Written(placed.Line, DiagnosticsParamsWriter.Write(diagnostic));
            }

            diagnostics.Add(written.Json);
            if (isKept)
            {
                next[placed.Finding] = written;
            }
        }

        (last, next) = (next, last);
        var version = DiagnosticsFeature.VersionFor(document.Version, client);
        return writer.Write(document.Uri, diagnostics, version);
    }

    /// <summary>A diagnostic as JSON.</summary>
    /// <param name="Line">Where the finding's section began.</param>
    /// <param name="Json">The diagnostic.</param>
    private readonly record struct Written(int Line, byte[] Json);
}
