using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The folders that the client has open: keeps the index in step with them and with their files. To be used on the
/// connection's loop.
/// </summary>
internal sealed class WorkspaceFolders(Connection connection, WorkspaceIndex index, ILogger logger)
{
    private const string ProgressToken = "wsgilsp-index";

    // Below this, reading is over before a progress bar could be read.
    private const int LeastShown = 100;

    private readonly List<string> folders = [];

    /// <summary>Notes the folders that the client names first.</summary>
    public void Take(InitializeParams parameters)
    {
        IEnumerable<string> named =
            parameters.WorkspaceFolders is { Count: > 0 } several ? several.Select(folder => folder.Uri)
            : parameters.RootUri is { } root ? [root]
            : [];
        folders.AddRange(named.Where(IsFile).Select(PathOf));
    }

    /// <summary>Reads the folders and has their files watched, as far as the client can.</summary>
    public void Start(ClientCapabilities client)
    {
        if (folders.Count == 0)
        {
            return;
        }

        if (client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            _ = WatchAsync();
        }

        _ = ReadAsync(client.Window?.WorkDoneProgress == true);
    }

    /// <summary>Takes folders that came and went.</summary>
    public void Change(WorkspaceFoldersChangeEvent change)
    {
        foreach (var folder in change.Removed)
        {
            folders.Remove(PathOf(folder.Uri));
        }

        folders.AddRange(change.Added.Select(folder => folder.Uri).Where(IsFile).Select(PathOf).Except(folders));
        _ = index.Read([.. folders]);
    }

    /// <summary>Files changed on disk.</summary>
    public void FilesChanged(IReadOnlyList<FileEvent> changes)
    {
        var paths = changes.Select(change => DocumentUri.ToPath(change.Uri)).ToList();
        _ = paths.Exists(WsgiLspConfig.IsConfig) ? index.ReadAgain() : index.FilesChanged(paths);
    }

    private static bool IsFile(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile;

    private static string PathOf(string uri) => Path.TrimEndingDirectorySeparator(DocumentUri.ToPath(uri));

    private async Task WatchAsync()
    {
        var options = JsonSerializer.SerializeToElement(
            new DidChangeWatchedFilesRegistrationOptions([
                new Protocol.Types.FileSystemWatcher("**/*.md"),
                new Protocol.Types.FileSystemWatcher("**/" + WsgiLspConfig.FileName),
            ]),
            LspJsonContext.Default.DidChangeWatchedFilesRegistrationOptions
        );
        var registration = new Registration("wsgilsp-files", Methods.Workspace.DidChangeWatchedFiles.Name, options);
        try
        {
            await connection.RequestAsync(Methods.Client.RegisterCapability, new RegistrationParams([registration]));
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client watches no files: {Reason}", exception.Message);
        }
    }

    private async Task ReadAsync(bool showsProgress)
    {
        var token = JsonElement.Parse($"\"{ProgressToken}\"");
        if (!showsProgress || !await CreateAsync(token))
        {
            await index.Read([.. folders]);
            return;
        }

        var shown = -1;
        await index.Read(
            [.. folders],
            (done, all) =>
            {
                var percentage = done * 100 / all;
                if (all < LeastShown || percentage == shown)
                {
                    return;
                }

                WorkDoneProgress step =
                    shown < 0
                        ? new WorkDoneProgressBegin("Reading decks", Percentage: percentage)
                        : new WorkDoneProgressReport(Message: $"{done} of {all}", Percentage: percentage);
                shown = percentage;
                connection.Notify(Methods.Progress, new ProgressParams(token, step));
            }
        );
        if (shown >= 0)
        {
            connection.Notify(Methods.Progress, new ProgressParams(token, new WorkDoneProgressEnd()));
        }
    }

    private async Task<bool> CreateAsync(JsonElement token)
    {
        try
        {
            await connection.RequestAsync(
                Methods.Window.WorkDoneProgressCreate,
                new WorkDoneProgressCreateParams(token)
            );
            return true;
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client shows no progress: {Reason}", exception.Message);
            return false;
        }
    }
}
