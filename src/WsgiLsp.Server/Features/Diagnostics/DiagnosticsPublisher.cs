using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Pushes findings. Changes only mark a document; findings go out when no further message waits to be read, so that
/// changes that come in a burst are published once.
/// </summary>
internal sealed class DiagnosticsPublisher(
    Connection connection,
    DocumentStore documents,
    Func<ClientCapabilities> client
)
{
    private readonly HashSet<string> due = new(StringComparer.Ordinal);
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    /// <summary>Notes that a document changed. To be called on the loop.</summary>
    public void Mark(string uri) => due.Add(uri);

    /// <summary>Publishes what is due. To be called on the loop, when it is idle.</summary>
    public void Publish()
    {
        if (due.Count == 0)
        {
            return;
        }

        var snapshot = documents.Current;
        foreach (var uri in due)
        {
            Publish(snapshot, uri);
        }

        due.Clear();
    }

    private void Publish(DocumentSnapshot snapshot, string uri)
    {
        if (snapshot.FindDeck(uri) is { } open)
        {
            shown.Add(uri);
            connection.Notify(
                Methods.TextDocument.PublishDiagnostics,
                DiagnosticsFeature.Of(open.Document, open.Deck, documents.Positions, client())
            );
        }
        else if (shown.Remove(uri))
        {
            connection.Notify(Methods.TextDocument.PublishDiagnostics, new PublishDiagnosticsParams(uri, []));
        }
    }
}
