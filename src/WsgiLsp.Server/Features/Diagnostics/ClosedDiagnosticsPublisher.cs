using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Pushes the findings of decks of the open folders that are not open: when files on disk or the log changed, never while
/// somebody types. Safe to use from several threads.
/// </summary>
internal sealed class ClosedDiagnosticsPublisher(
    Connection connection,
    DocumentStore documents,
    WorkspaceIndex index,
    FindingsLookup lookup,
    DiagnosticWays ways,
    Func<ClientCapabilities> client
)
{
    private readonly Lock looking = new();
    private readonly Lock guard = new();

    // What the client was told, where that was something, by path.
    private readonly Dictionary<string, Told> told = new(StringComparer.Ordinal);

    /// <summary>Looks at all of them, and publishes those whose findings are others than before.</summary>
    public void Publish()
    {
        lock (looking)
        {
            var moment = index.Take(documents);
            lookup.Trim(moment);
            var paths = ways.AsksForAll ? [] : moment.Decks?.Decks.Keys ?? [];
            var found = paths
                .Where(path => moment.Documents.FindPath(path) is null)
                .ToDictionary(path => path, path => lookup.Of(moment, path), StringComparer.Ordinal);
            foreach (var (path, findings) in found)
            {
                // A client that does not keep up is told when something changes next.
                if (!connection.IsCongested)
                {
                    Publish(moment, path, findings);
                }
            }

            Withdraw(path => !found.ContainsKey(path));
        }
    }

    /// <summary>A deck was opened: from now on it is told of as such. To be called on the loop.</summary>
    public void Opened(OpenDocument document)
    {
        lock (guard)
        {
            // Under the same name it is told anew, unless the client asks.
            if (
                told.Remove(document.Path, out var before)
                && (ways.AsksForOpen || !string.Equals(before.Uri, document.Uri, StringComparison.Ordinal))
            )
            {
                Clear(before.Uri);
            }
        }
    }

    /// <summary>
    /// A deck of the open folders was closed: what the client was told stands until the file was read. To be called on the
    /// loop.
    /// </summary>
    /// <returns>Whether it does.</returns>
    public bool TakeOver(WorkspaceMoment moment, string uri, string path, DeckFindings? findings)
    {
        if (
            findings is null
            || ways.AsksForAll
            || moment.Decks?.Decks.ContainsKey(path) != true
            || moment.Documents.FindPath(path) is not null
        )
        {
            return false;
        }

        if (!findings.All.IsEmpty)
        {
            lock (guard)
            {
                told[path] = new Told(uri, findings);
            }
        }

        return true;
    }

    private void Publish(WorkspaceMoment moment, string path, DeckFindings findings)
    {
        var all = findings.All;
        lock (guard)
        {
            // It may have been opened meanwhile.
            if (documents.Current.FindPath(path) is not null)
            {
                return;
            }

            var before = told.GetValueOrDefault(path);
            if (before?.Findings.ResultId == findings.ResultId || (before is null && all.IsEmpty))
            {
                return;
            }

            var uri = before?.Uri ?? DocumentUri.FromPath(path);
            if (all.IsEmpty)
            {
                told.Remove(path);
            }
            else
            {
                told[path] = new Told(uri, findings);
            }

            connection.Notify(
                Methods.TextDocument.PublishDiagnostics,
                DiagnosticsFeature.Of(
                    uri,
                    version: null,
                    documents.Positions.CountsBytes && !all.IsEmpty ? DeckReader.ReadText(path) : null,
                    all,
                    moment.Documents,
                    documents.Positions,
                    client()
                )
            );
        }
    }

    private void Withdraw(Predicate<string> isGone)
    {
        lock (guard)
        {
            foreach (var path in told.Keys.Where(path => isGone(path)).ToList())
            {
                if (documents.Current.FindPath(path) is null && told.Remove(path, out var before))
                {
                    Clear(before.Uri);
                }
            }
        }
    }

    private void Clear(string uri) =>
        connection.Notify(Methods.TextDocument.PublishDiagnostics, new PublishDiagnosticsParams(uri, []));

    private sealed record Told(string Uri, DeckFindings Findings);
}
