using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Pushes findings. Changes only mark a document; findings go out when no further message waits to be read, so that
/// changes that come in a burst are published once. A deck whose surroundings changed is published again if that changed
/// its findings.
/// </summary>
internal sealed class DiagnosticsPublisher(
    Connection connection,
    DocumentStore documents,
    WorkspaceIndex index,
    Func<string, ImmutableArray<LogRemark>> remarks,
    Func<ClientCapabilities> client
)
{
    // The loop publishes, and so does the index when it has read something: one after the other, and always what is there.
    private readonly Lock guard = new();
    private readonly HashSet<string> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Published> shown = new(StringComparer.Ordinal);

    /// <summary>Notes that a document changed. To be called on the loop.</summary>
    public void Mark(string uri)
    {
        lock (guard)
        {
            due.Add(uri);
        }
    }

    /// <summary>Publishes what is due. To be called on the loop, when it is idle.</summary>
    public void Publish()
    {
        lock (guard)
        {
            if (due.Count == 0)
            {
                return;
            }

            var snapshot = documents.Current;
            PutAll(snapshot);
            foreach (var uri in due)
            {
                Publish(snapshot, uri);
            }

            PublishOthers(snapshot);
            due.Clear();
        }
    }

    /// <summary>Publishes the decks whose surroundings changed so that their findings did. May be called from any thread.</summary>
    public void PublishOthers()
    {
        lock (guard)
        {
            var snapshot = documents.Current;
            PutAll(snapshot);
            PublishOthers(snapshot);
        }
    }

    /// <summary>All findings of an open deck, in the order of their places. May be called from any thread.</summary>
    public ImmutableArray<PlacedFinding> FindingsOf(OpenDocument document, Deck deck)
    {
        lock (guard)
        {
            return shown.GetValueOrDefault(document.Uri) is { } known && ReferenceEquals(known.Deck, deck)
                ? known.Findings
                : deck.Findings;
        }
    }

    /// <summary>Tells the index of all open decks, before any of them is looked at among the others.</summary>
    private void PutAll(DocumentSnapshot snapshot)
    {
        foreach (var document in snapshot.Documents.Values)
        {
            if (document.Deck is { } deck)
            {
                index.Put(document.Path, deck);
            }
        }
    }

    private void Publish(DocumentSnapshot snapshot, string uri)
    {
        if (snapshot.FindDeck(uri) is { } open)
        {
            var around = LookAround(open.Document);
            Send(snapshot, open.Document, open.Deck, around);
        }
        else if (shown.Remove(uri, out var gone))
        {
            index.Release(gone.Path);
            connection.Notify(Methods.TextDocument.PublishDiagnostics, new PublishDiagnosticsParams(uri, []));
        }
    }

    private void PublishOthers(DocumentSnapshot snapshot)
    {
        foreach (var (uri, published) in shown.ToList())
        {
            if (
                due.Contains(uri)
                || snapshot.FindDeck(uri) is not { } open
                || !ReferenceEquals(open.Deck, published.Deck)
            )
            {
                continue;
            }

            var around = LookAround(open.Document);
            var isSame = around is null
                ? published.Around is null
                : published.Around is not null && around.SaysTheSameAs(published.Around);
            if (!isSame || !remarks(open.Document.Path).SequenceEqual(published.Remarks))
            {
                Send(snapshot, open.Document, open.Deck, around);
            }
            else
            {
                shown[uri] = published with { Around = around };
            }
        }
    }

    private WorkspaceFindings? LookAround(OpenDocument document) =>
        index.Find(document.Path) is var (workspace, outline)
            ? WorkspaceFindings.Of(outline, workspace, shown.GetValueOrDefault(document.Uri)?.Around)
            : null;

    private void Send(DocumentSnapshot snapshot, OpenDocument document, Deck deck, WorkspaceFindings? around)
    {
        var said = remarks(document.Path);
        var published = new Published(document.Path, deck, around, said, LogFindings.Of(deck, said));
        shown[document.Uri] = published;
        connection.Notify(
            Methods.TextDocument.PublishDiagnostics,
            DiagnosticsFeature.Of(
                document.Uri,
                document.Version,
                document.Text,
                published.Findings,
                snapshot,
                documents.Positions,
                client()
            )
        );
    }

    /// <summary>What was published last of a document.</summary>
    private sealed record Published(
        string Path,
        Deck Deck,
        WorkspaceFindings? Around,
        ImmutableArray<LogRemark> Remarks,
        ImmutableArray<PlacedFinding> OfLog
    )
    {
        public ImmutableArray<PlacedFinding> Findings
        {
            get
            {
                var around = Around?.All ?? [];
                return around.IsEmpty && OfLog.IsEmpty
                    ? Deck.Findings
                    : [.. Deck.Findings.Concat(around).Concat(OfLog).OrderBy(finding => finding.Span.Start)];
            }
        }
    }
}
