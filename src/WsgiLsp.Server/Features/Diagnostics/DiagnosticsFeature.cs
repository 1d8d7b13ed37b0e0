using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;

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
        SourceText? text,
        ImmutableArray<PlacedFinding> findings,
        DocumentSnapshot others,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        return new PublishDiagnosticsParams(
            uri,
            Of(uri, text, findings, others, positions, Pushed(client)),
            VersionFor(version, client)
        );
    }

    /// <summary>A document's version where the client wants it with what is pushed; else null.</summary>
    public static int? VersionFor(int? version, ClientCapabilities client) =>
        client.TextDocument?.PublishDiagnostics?.VersionSupport == true ? version : null;

    /// <summary>Which properties of a diagnostic are understood where it is pushed, and in code actions.</summary>
    public static DiagnosticForm Pushed(ClientCapabilities client) =>
        new(
            client.TextDocument?.PublishDiagnostics?.RelatedInformation == true,
            client.TextDocument?.PublishDiagnostics?.CodeDescriptionSupport == true
        );

    /// <summary>Which are where it is asked for: a newer client says so, an older one means what it says of pushed ones.</summary>
    public static DiagnosticForm Pulled(ClientCapabilities client) =>
        new(
            client.TextDocument?.Diagnostic?.RelatedInformation ?? Pushed(client).HasRelated,
            client.TextDocument?.Diagnostic?.CodeDescriptionSupport ?? Pushed(client).HasPage
        );

    /// <summary>Findings in any file, as diagnostics.</summary>
    /// <param name="uri">The file.</param>
    /// <param name="text">Its text; null where that is not at hand.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="others">The open documents, in which related places may be.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="form">Which properties the client understands.</param>
    public static IReadOnlyList<Diagnostic> Of(
        string uri,
        SourceText? text,
        ImmutableArray<PlacedFinding> findings,
        DocumentSnapshot others,
        PositionEncoding positions,
        DiagnosticForm form
    )
    {
        var diagnostics = new List<Diagnostic>(findings.Length);
        foreach (var finding in findings)
        {
            diagnostics.Add(Of(finding, uri, text, others, positions, form));
        }

        return diagnostics;
    }

    /// <summary>Findings in an open document, as diagnostics.</summary>
    /// <param name="document">The document.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="others">The open documents, in which related places may be.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="form">Which properties the client understands.</param>
    public static IReadOnlyList<Diagnostic> Of(
        OpenDocument document,
        ImmutableArray<PlacedFinding> findings,
        DocumentSnapshot others,
        PositionEncoding positions,
        DiagnosticForm form
    ) =>
        document.Diagnostics.Of(
            findings,
            form,
            placed => Of(placed, document.Uri, document.Text, others, positions, form),
            // Else columns and URIs of related places depend on other texts.
            finding =>
                finding.Related.IsEmpty || (!positions.CountsBytes && finding.Related.All(place => place.Path is null))
        );

    /// <summary>One diagnostic of an open document.</summary>
    public static Diagnostic Of(
        PlacedFinding placed,
        OpenDocument document,
        PositionEncoding positions,
        ClientCapabilities client
    ) => Of(placed, document.Uri, document.Text, DocumentSnapshot.Empty, positions, Pushed(client));

    /// <summary>One diagnostic in any file.</summary>
    /// <param name="placed">What was found.</param>
    /// <param name="uri">The file.</param>
    /// <param name="text">Its text; null where that is not at hand.</param>
    /// <param name="others">The open documents, in which related places may be.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="form">Which properties the client understands.</param>
    public static Diagnostic Of(
        PlacedFinding placed,
        string uri,
        SourceText? text,
        DocumentSnapshot others,
        PositionEncoding positions,
        DiagnosticForm form
    )
    {
        var finding = placed.Finding;
        var page = form.HasPage ? RulePageLink.Of(finding.Rule) : null;
        return new Diagnostic(
            RangeOf(text, placed.Start, placed.End, positions),
            finding.Message,
            (DiagnosticSeverity)finding.Severity,
            finding.Rule,
            page,
            Source,
            RelatedInformation: form.HasRelated && !finding.Related.IsEmpty
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
        SourceText? text,
        DocumentSnapshot others,
        PositionEncoding positions
    )
    {
        if (place.Path is null)
        {
            return new Location(uri, RangeOf(text, place.Start, place.End, positions));
        }

        return others.FindPath(place.Path) is { } open
            ? new Location(open.Uri, positions.Range(open.Text, place.Start, place.End))
            : new Location(DocumentUri.FromPath(place.Path), positions.Range(place.Start, place.End));
    }

    private static Range RangeOf(SourceText? text, LinePosition start, LinePosition end, PositionEncoding positions) =>
        text is null ? positions.Range(start, end) : positions.Range(text, start, end);
}
