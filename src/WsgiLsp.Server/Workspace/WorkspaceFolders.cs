using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Progress;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The folders that the client has open: keeps the index in step with them and with their files. The connection's loop
/// changes them; anyone may ask.
/// </summary>
internal sealed class WorkspaceFolders(
    Connection connection,
    WorkspaceIndex index,
    Registrations registrations,
    TimeProvider clock,
    ILogger logger
)
{
    private const string ProgressToken = "wsgilsp-index";

    // Nobody waits for a progress bar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private ImmutableList<string> folders = [];
    private bool canWatch;

    /// <summary>Notes the folders that the client names first.</summary>
    public void Take(InitializeParams parameters)
    {
        IEnumerable<string> named =
            parameters.WorkspaceFolders is { Count: > 0 } several ? several.Select(folder => folder.Uri)
            : parameters.RootUri is { } root ? [root]
            : [];
        Keep([.. named.Where(IsFile).Select(PathOf)]);
        index.Expect(folders);
    }

    /// <summary>Reads the folders and has their files watched, as far as the client can.</summary>
    public void Start(ClientCapabilities client)
    {
        canWatch = client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;
        if (folders.Count > 0)
        {
            Watch();
            _ = ReadAsync(client.Window?.WorkDoneProgress == true);
        }
    }

    /// <summary>Takes folders that came and went.</summary>
    public void Change(WorkspaceFoldersChangeEvent change)
    {
        var kept = folders.RemoveRange(change.Removed.Select(folder => PathOf(folder.Uri)));
        Keep(kept.AddRange(change.Added.Select(folder => folder.Uri).Where(IsFile).Select(PathOf).Except(kept)));
        if (folders.Count > 0)
        {
            Watch();
        }

        _ = index.Read(folders);
    }

    /// <summary>The first of the open folders; null where none is open.</summary>
    public string? First => Volatile.Read(ref folders).FirstOrDefault();

    /// <summary>The innermost open folder of a file; its own folder where none has it, null where there is no such thing.</summary>
    /// <param name="path">The file's full path.</param>
    public string? Of(string path) =>
        Volatile.Read(ref folders).Where(folder => FolderPath.Holds(folder, path)).MaxBy(folder => folder.Length)
        ?? (Path.IsPathFullyQualified(path) ? Path.GetDirectoryName(path) : null);

    /// <summary>Files changed on disk.</summary>
    public void FilesChanged(IReadOnlyList<FileEvent> changes)
    {
        var paths = changes.Select(change => DocumentUri.ToPath(change.Uri)).ToList();
        _ = paths.Exists(WsgiLspConfig.IsConfig) ? index.ReadAgain() : index.FilesChanged(paths);
    }

    /// <summary>Files or folders came, went or got other names.</summary>
    /// <returns>Ends when the index knows.</returns>
    public Task FilesMoved(IReadOnlyList<string> uris)
    {
        var paths = uris.Select(PathOf).ToList();

        // Which decks lie in a folder, or lay there, nobody tells.
        return paths.Exists(path => WsgiLspConfig.IsConfig(path) || Directory.Exists(path) || index.HasDecksIn(path))
            ? index.ReadAgain()
            : index.FilesChanged(paths);
    }

    private void Keep(ImmutableList<string> now) => Volatile.Write(ref folders, now);

    /// <summary>Has the files watched from the first folder on; once, since it is asked for all folders that come.</summary>
    private void Watch()
    {
        if (canWatch)
        {
            canWatch = false;
            _ = registrations.AddAsync("wsgilsp-files", Methods.Workspace.DidChangeWatchedFiles.Name, Watched());
        }
    }

    private static bool IsFile(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile;

    private static string PathOf(string uri) => Path.TrimEndingDirectorySeparator(DocumentUri.ToPath(uri));

    private static JsonElement Watched() =>
        JsonSerializer.SerializeToElement(
            new DidChangeWatchedFilesRegistrationOptions([
                new Protocol.Types.FileSystemWatcher("**/*.md"),
                new Protocol.Types.FileSystemWatcher("**/" + WsgiLspConfig.FileName),
            ]),
            LspJsonContext.Default.DidChangeWatchedFilesRegistrationOptions
        );

    private async Task ReadAsync(bool showsProgress)
    {
        var token = JsonElement.Parse($"\"{ProgressToken}\"");
        JsonElement? shown = showsProgress && await CreateAsync(token) ? token : null;
        using var bar = new ProgressBar(connection, clock, shown, "Reading decks", isCancellable: false);
        await index.Read(Volatile.Read(ref folders), bar.Report);
    }

    private async Task<bool> CreateAsync(JsonElement token)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await connection.RequestAsync(
                Methods.Window.WorkDoneProgressCreate,
                new WorkDoneProgressCreateParams(token),
                patience.Token
            );
            return true;
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            logger.LogDebug("The client shows no progress: {Reason}", exception.Message);
            return false;
        }
    }
}
