using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Progress;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>Answers clients that ask for findings: of a document, or of all files.</summary>
/// <param name="documents">The open documents.</param>
/// <param name="index">All decks.</param>
/// <param name="configs">Each <c>wsgilsp.json</c>.</param>
/// <param name="lookup">What is found.</param>
/// <param name="publisher">Told what clients know because they asked.</param>
/// <param name="ways">Who asks about what.</param>
/// <param name="requests">Shows how far a question about all files is.</param>
/// <param name="asksForAll">Told, away from the loop, when a client first asked about all files.</param>
/// <param name="client">What the client understands.</param>
internal sealed class DiagnosticsPull(
    DocumentStore documents,
    WorkspaceIndex index,
    ConfigLookup configs,
    FindingsLookup lookup,
    DiagnosticsPublisher publisher,
    DiagnosticWays ways,
    LongRequests requests,
    Action asksForAll,
    Func<ClientCapabilities> client
)
{
    /// <summary>The findings of an open document; none where it is not open or nothing is found in such.</summary>
    public DocumentDiagnosticReport OfDocument(DocumentDiagnosticParams parameters) =>
        OfDocument(index.Take(documents), parameters);

    /// <summary>
    /// The findings of all decks and of each <c>wsgilsp.json</c>: of those in which something is or was found. Before the
    /// folders were read it waits for that.
    /// </summary>
    public Task<WorkspaceDiagnosticReport> OfAllAsync(
        WorkspaceDiagnosticParams parameters,
        CancellationToken cancellation
    )
    {
        var isFirst = !ways.AsksForAll;
        ways.AsksForAll = true;
        var now = index.WhenRead.IsCompleted ? index.Take(documents) : null;
        return requests.RunAsync(
            parameters,
            "Checking decks",
            async request =>
            {
                await index.WhenRead.WaitAsync(request.Cancellation);
                if (isFirst)
                {
                    // What it was told up to now it asks for from now on.
                    asksForAll();
                }

                return OfAll(now ?? index.Take(documents), parameters, request);
            },
            cancellation
        );
    }

    private DocumentDiagnosticReport OfDocument(WorkspaceMoment moment, DocumentDiagnosticParams parameters)
    {
        var uri = parameters.TextDocument.Uri;
        var found = Found.Nothing;
        switch (moment.Documents.Find(uri))
        {
            case { Deck: { } deck } document:
                var findings = lookup.Of(moment, document, deck);
                publisher.Answered(document, deck, findings);
                found = Found.In(document, findings);
                break;
            case { Config: { } config } document:
                found = Found.In(document, config);
                break;
            default:
                break;
        }

        return parameters.PreviousResultId == found.ResultId
            ? new RelatedUnchangedDocumentDiagnosticReport(found.ResultId)
            : new RelatedFullDocumentDiagnosticReport(Render(moment, found), found.ResultId);
    }

    private WorkspaceDiagnosticReport OfAll(
        WorkspaceMoment moment,
        WorkspaceDiagnosticParams parameters,
        LongRequest request
    )
    {
        var known = parameters
            .PreviousResultIds.GroupBy(id => DocumentUri.ToPath(id.Uri), StringComparer.Ordinal)
            .ToDictionary(ids => ids.Key, ids => ids.Last(), StringComparer.Ordinal);
        var all = new List<WorkspaceDocumentDiagnosticReport>();
        var (part, weight) = (0, 0);
        foreach (var found in Everything(moment, request))
        {
            var hasKnown = known.Remove(found.Path, out var before);
            if (hasKnown && before!.Value == found.ResultId)
            {
                Add(new WorkspaceUnchangedDocumentDiagnosticReport(before.Uri, found.Version, found.ResultId), 0);
            }
            else if (hasKnown || !found.Findings.IsEmpty)
            {
                var here = hasKnown && found.Version is null ? found with { Uri = before!.Uri } : found;
                Add(
                    new WorkspaceFullDocumentDiagnosticReport(
                        here.Uri,
                        here.Version,
                        Render(moment, here),
                        here.ResultId
                    ),
                    here.Findings.Length
                );
            }
        }

        // Deleted, or no deck any more.
        foreach (var gone in known.Values)
        {
            Add(new WorkspaceFullDocumentDiagnosticReport(gone.Uri, Version: null, []), 0);
        }

        Send();
        return new WorkspaceDiagnosticReport(all);

        void Add(WorkspaceDocumentDiagnosticReport report, int findings)
        {
            all.Add(report);
            weight += findings;
            // A part has so many diagnostics, or is about so many files.
            if (++part >= LongRequests.Part || weight >= LongRequests.Part)
            {
                Send();
            }
        }

        void Send()
        {
            if (parameters.PartialResultToken is { } token && all.Count > 0)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                requests.Send(
                    token,
                    new WorkspaceDiagnosticReportPartialResult(all),
                    LspJsonContext.Default.WorkspaceDiagnosticReportPartialResult
                );
                all = [];
                (part, weight) = (0, 0);
            }
        }
    }

    /// <summary>What is found in each file, in the order of their paths.</summary>
    private IEnumerable<Found> Everything(WorkspaceMoment moment, LongRequest request)
    {
        var files = new SortedDictionary<string, Func<Found>>(StringComparer.Ordinal);
        foreach (var path in moment.Decks?.Decks.Keys ?? [])
        {
            files[path] = () => OfFile(moment, path);
        }

        foreach (var config in configs.Known)
        {
            files[config.Path!] = () => Found.In(DocumentUri.FromPath(config.Path!), version: null, config);
        }

        foreach (var document in moment.Documents.Documents.Values)
        {
            if (document.Deck is { } deck)
            {
                files[document.Path] = () => OfOpen(moment, document, deck);
            }
            else if (document.Config is { } config)
            {
                files[document.Path] = () => Found.In(document, config);
            }
        }

        var done = 0;
        foreach (var file in files.Values)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            request.Report(done++, files.Count);
            yield return file();
        }
    }

    private Found OfOpen(WorkspaceMoment moment, OpenDocument document, Decks.Model.Deck deck)
    {
        return Found.In(document, lookup.Of(moment, document, deck));
    }

    private Found OfFile(WorkspaceMoment moment, string path)
    {
        var findings = lookup.Of(moment, path);
        return new Found(DocumentUri.FromPath(path), path, Version: null, Text: null, findings.All, findings.ResultId);
    }

    private IReadOnlyList<Diagnostic> Render(WorkspaceMoment moment, Found found)
    {
        var form = DiagnosticsFeature.Pulled(client());
        if (found.Open is { } document)
        {
            return DiagnosticsFeature.Of(document, found.Findings, moment.Documents, documents.Positions, form);
        }

        // Only who counts bytes needs the text of a file that is not open.
        var text =
            found.Text
            ?? (documents.Positions.CountsBytes && !found.Findings.IsEmpty ? DeckReader.ReadText(found.Path) : null);
        return DiagnosticsFeature.Of(found.Uri, text, found.Findings, moment.Documents, documents.Positions, form);
    }

    private sealed record Found(
        string Uri,
        string Path,
        int? Version,
        SourceText? Text,
        ImmutableArray<PlacedFinding> Findings,
        string ResultId
    )
    {
        /// <summary>The document, where it is an open deck.</summary>
        public OpenDocument? Open { get; private init; }

        public static Found Nothing { get; } = new("", "", null, null, [], DeckFindings.IdOf([]));

        public static Found In(OpenDocument document, DeckFindings findings) =>
            new(document.Uri, document.Path, document.Version, document.Text, findings.All, findings.ResultId)
            {
                Open = document,
            };

        public static Found In(OpenDocument document, WsgiLspConfig config) =>
            In(document.Uri, document.Version, config) with
            {
                Path = document.Path,
            };

        public static Found In(string uri, int? version, WsgiLspConfig config) =>
            new(uri, config.Path ?? "", version, config.Text, config.Findings, DeckFindings.IdOf(config.Findings));
    }
}
