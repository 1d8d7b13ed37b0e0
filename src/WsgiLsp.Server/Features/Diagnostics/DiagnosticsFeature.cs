using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>Findings as LSP's diagnostics.</summary>
internal static class DiagnosticsFeature
{
    /// <summary>Who says it, as clients show it.</summary>
    public const string Source = "wsgilsp";

    /// <summary>All diagnostics of a deck, as the client can show them.</summary>
    public static PublishDiagnosticsParams Of(
        OpenDocument document,
        Deck deck,
        PositionEncoding positions,
        ClientCapabilities client
    ) => Of(document.Uri, document.Version, document.Text, deck.Findings, DocumentSnapshot.Empty, positions, client);

    /// <summary>Findings in any file, as the client can show them.</summary>
    /// <param name="uri">The file.</param>
    /// <param name="version">Its version, if it is open.</param>
    /// <param name="text">Its text.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="others">The open documents, in which related places may be.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="client">What it understands.</param>
    public static PublishDiagnosticsParams Of(
        string uri,
        int? version,
        SourceText text,
        ImmutableArray<PlacedFinding> findings,
        DocumentSnapshot others,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var capabilities = client.TextDocument?.PublishDiagnostics;
        var diagnostics = new List<Diagnostic>(findings.Length);
        foreach (var finding in findings)
        {
            diagnostics.Add(Of(finding, uri, text, others, positions, capabilities));
        }

        return new PublishDiagnosticsParams(uri, diagnostics, capabilities?.VersionSupport == true ? version : null);
    }

    /// <summary>One diagnostic of an open document.</summary>
    public static Diagnostic Of(
        PlacedFinding placed,
        OpenDocument document,
        PositionEncoding positions,
        PublishDiagnosticsClientCapabilities? capabilities
    ) => Of(placed, document.Uri, document.Text, DocumentSnapshot.Empty, positions, capabilities);

    private static Diagnostic Of(
        PlacedFinding placed,
        string uri,
        SourceText text,
        DocumentSnapshot others,
        PositionEncoding positions,
        PublishDiagnosticsClientCapabilities? capabilities
    )
    {
        var finding = placed.Finding;
        var page = capabilities?.CodeDescriptionSupport == true ? RulePageLink.Of(finding.Rule) : null;
        return new Diagnostic(
            positions.Range(text, placed.Start, placed.End),
            finding.Message,
            (DiagnosticSeverity)finding.Severity,
            finding.Rule,
            page,
            Source,
            RelatedInformation: capabilities?.RelatedInformation == true && !finding.Related.IsEmpty
                ?
                [
                    .. finding.Related.Select(place => new DiagnosticRelatedInformation(
                        LocationOf(place, uri, text, others, positions),
                        place.Message
                    )),
                ]
                : null
        );
    }

    private static Location LocationOf(
        RelatedPlace place,
        string uri,
        SourceText text,
        DocumentSnapshot others,
        PositionEncoding positions
    )
    {
        if (place.Path is null)
        {
            return new Location(uri, positions.Range(text, place.Start, place.End));
        }

        return others.FindPath(place.Path) is { } open
            ? new Location(open.Uri, positions.Range(open.Text, place.Start, place.End))
            : new Location(DocumentUri.FromPath(place.Path), positions.Range(place.Start, place.End));
    }
}
