using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Pushes the findings of open decks. Changes only mark a document; findings go out when no further message waits to be
/// read, so that changes that come in a burst are published once. A deck whose surroundings changed is published again if
/// that changed its findings. A client that asks for findings is told to ask again instead.
/// </summary>
internal sealed class DiagnosticsPublisher(
    Connection connection,
    DocumentStore documents,
    WorkspaceIndex index,
    FindingsLookup lookup,
    DiagnosticWays ways,
    ClientRefresh refresh,
    Func<ClientCapabilities> client
)
{
    // The loop publishes, and so does the index when it has read something: one after the other, and always what is there.
    private readonly Lock guard = new();
    private readonly HashSet<string> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> told = new(StringComparer.Ordinal);
    private readonly ClosedDiagnosticsPublisher closed = new(connection, documents, index, lookup, ways, client);

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

            var moment = index.Take(documents);
            foreach (var uri in due)
            {
                Publish(moment, uri);
            }

            PublishOthers(moment);
            due.Clear();
        }
    }

    /// <summary>
    /// Publishes the decks whose surroundings changed so that their findings did, and those that are not open. May be called
    /// from any thread but the loop's.
    /// </summary>
    public void PublishOthers()
    {
        lock (guard)
        {
            PublishOthers(index.Take(documents));
        }

        closed.Publish();
    }

    /// <summary>Notes what the client learns because it asked. May be called from any thread.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    /// <param name="findings">Its findings.</param>
    public void Answered(OpenDocument document, Deck deck, DeckFindings findings)
    {
        // One that is told otherwise is told all the same.
        if (!ways.AsksForOpen)
        {
            return;
        }

        lock (guard)
        {
            told[document.Uri] = new Told(document.Version, deck, findings);
        }
    }

    private void Publish(WorkspaceMoment moment, string uri)
    {
        if (moment.Documents.FindDeck(uri) is { } opened)
        {
            open[uri] = opened.Document.Path;
            closed.Opened(opened.Document);
            if (!ways.AsksForOpen)
            {
                Send(moment, opened.Document, opened.Deck, lookup.Of(moment, opened.Document, opened.Deck));
            }
        }
        else if (open.Remove(uri, out var path))
        {
            var last = told.Remove(uri, out var gone) ? gone.Findings : null;
            if (!ways.AsksForOpen && !closed.TakeOver(moment, uri, path, last))
            {
                connection.Notify(Methods.TextDocument.PublishDiagnostics, new PublishDiagnosticsParams(uri, []));
            }

            index.Release(path);
        }
    }

    private void PublishOthers(WorkspaceMoment moment)
    {
        var isOutdated = false;
        foreach (var (uri, before) in told.ToList())
        {
            if (moment.Documents.FindDeck(uri) is not { } opened || !IsTheSame(opened, before))
            {
                continue;
            }

            var now = lookup.Of(moment, opened.Document, opened.Deck);
            if (now.SaysTheSameAs(before.Findings))
            {
                continue;
            }

            if (ways.AsksForOpen)
            {
                isOutdated = true;
                told[uri] = before with { Findings = now };
            }
            else
            {
                Send(moment, opened.Document, opened.Deck, now);
            }
        }

        if (isOutdated)
        {
            refresh.Findings();
        }
    }

    /// <summary>
    /// Whether the client knows of this very document. One that asks does so again when it changed the text, not where
    /// other settings made another deck of it.
    /// </summary>
    private bool IsTheSame((OpenDocument Document, Deck Deck) opened, Told before) =>
        ways.AsksForOpen ? opened.Document.Version == before.Version : ReferenceEquals(opened.Deck, before.Deck);

    private void Send(WorkspaceMoment moment, OpenDocument document, Deck deck, DeckFindings findings)
    {
        told[document.Uri] = new Told(document.Version, deck, findings);
        var form = DiagnosticsFeature.Pushed(client());
        connection.Notify(
            Methods.TextDocument.PublishDiagnostics,
            new PublishDiagnosticsParams(
                document.Uri,
                DiagnosticsFeature.Of(document, findings.All, moment.Documents, documents.Positions, form),
                DiagnosticsFeature.VersionFor(document.Version, client())
            )
        );
    }

    /// <summary>What the client knows of an open document.</summary>
    private sealed record Told(int Version, Deck Deck, DeckFindings Findings);
}
