using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>Findings as LSP's diagnostics.</summary>
internal static class DiagnosticsFeature
{
    private const string Source = "wsgilsp";

    /// <summary>All diagnostics of a deck, as the client can show them.</summary>
    public static PublishDiagnosticsParams Of(
        OpenDocument document,
        Deck deck,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var capabilities = client.TextDocument?.PublishDiagnostics;
        var findings = deck.Findings;
        var diagnostics = new List<Diagnostic>(findings.Length);
        foreach (var finding in findings)
        {
            diagnostics.Add(Of(finding, document, positions, capabilities));
        }

        return new PublishDiagnosticsParams(
            document.Uri,
            diagnostics,
            capabilities?.VersionSupport == true ? document.Version : null
        );
    }

    /// <summary>One diagnostic.</summary>
    public static Diagnostic Of(
        PlacedFinding placed,
        OpenDocument document,
        PositionEncoding positions,
        PublishDiagnosticsClientCapabilities? capabilities
    )
    {
        var finding = placed.Finding;
        var page = capabilities?.CodeDescriptionSupport == true ? RulePageLink.Of(finding.Rule) : null;
        return new Diagnostic(
            positions.Range(document.Text, placed.Start, placed.End),
            finding.Message,
            (DiagnosticSeverity)finding.Severity,
            finding.Rule,
            page,
            Source,
            RelatedInformation: capabilities?.RelatedInformation == true && !finding.Related.IsEmpty
                ? [.. finding.Related.Select(place => Related(place, document, positions))]
                : null
        );
    }

    private static DiagnosticRelatedInformation Related(
        RelatedPlace place,
        OpenDocument document,
        PositionEncoding positions
    ) => new(new Location(document.Uri, positions.Range(document.Text, place.Start, place.End)), place.Message);
}
