using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// Pushes the mistakes in each <c>wsgilsp.json</c> that was met, whether it is open or not, unless the client asks; what is
/// typed wins over what is on disk. Safe to use from several threads.
/// </summary>
internal sealed class ConfigDiagnosticsPublisher(
    Connection connection,
    DocumentStore documents,
    ConfigLookup configs,
    DiagnosticWays ways,
    Func<ClientCapabilities> client
)
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, ConfigFile> shown = new(StringComparer.Ordinal);
    private bool isDue;

    /// <summary>Notes that a file may have been met, changed or deleted.</summary>
    public void Mark() => Volatile.Write(ref isDue, true);

    /// <summary>Publishes what is due. To be called when the loop is idle, or when files were met elsewhere.</summary>
    public void Publish()
    {
        if (Volatile.Read(ref isDue))
        {
            lock (guard)
            {
                Volatile.Write(ref isDue, false);
                Publish(Current());
            }
        }
    }

    private void Publish(Dictionary<string, ConfigFile> current)
    {
        foreach (var (path, file) in shown.ToList())
        {
            if (!current.TryGetValue(path, out var now) || now.Config.Problems.IsEmpty || now.Uri != file.Uri)
            {
                shown.Remove(path);
                connection.Notify(Methods.TextDocument.PublishDiagnostics, new PublishDiagnosticsParams(file.Uri, []));
            }
        }

        foreach (var (path, file) in current)
        {
            if (!file.Config.Problems.IsEmpty && !(shown.TryGetValue(path, out var before) && before.Says(file)))
            {
                shown[path] = file;
                connection.Notify(Methods.TextDocument.PublishDiagnostics, Render(file));
            }
        }
    }

    /// <summary>All files that the client does not ask about, by their paths.</summary>
    private Dictionary<string, ConfigFile> Current()
    {
        var result = new Dictionary<string, ConfigFile>(StringComparer.Ordinal);
        foreach (var config in ways.AsksForAll ? [] : configs.Known)
        {
            result[config.Path!] = new ConfigFile(DocumentUri.FromPath(config.Path!), Version: null, config);
        }

        foreach (var document in documents.Current.Documents.Values)
        {
            if (ways.AsksForOpen)
            {
                result.Remove(document.Path);
            }
            else if (document.Config is { } config)
            {
                result[document.Path] = new ConfigFile(document.Uri, document.Version, config);
            }
        }

        return result;
    }

    private PublishDiagnosticsParams Render(ConfigFile file) =>
        DiagnosticsFeature.Of(
            file.Uri,
            file.Version,
            file.Config.Text,
            file.Config.Findings,
            DocumentSnapshot.Empty,
            documents.Positions,
            client()
        );

    private sealed record ConfigFile(string Uri, int? Version, WsgiLspConfig Config)
    {
        /// <summary>Whether another state of the file is the same for a client.</summary>
        public bool Says(ConfigFile other) =>
            Uri == other.Uri
            && Version == other.Version
            && Config.Problems.Length == other.Config.Problems.Length
            && Config.Text.ToString() == other.Config.Text.ToString();
    }
}
