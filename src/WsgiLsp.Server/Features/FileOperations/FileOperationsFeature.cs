using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.FileOperations;

/// <summary>What must change in decks when an editor renames files or folders.</summary>
internal static class FileOperationsFeature
{
    private const string File = "file";

    /// <summary>Pictures and folders are linked as well, so all files count.</summary>
    private static readonly FileOperationRegistrationOptions All = new([
        new FileOperationFilter(new FileOperationPattern("**/*"), File),
    ]);

    /// <summary>The operations that the server is to be told of, as far as the client can; null where it cannot.</summary>
    public static FileOperationOptions? Options(ClientCapabilities client) =>
        client.Workspace?.FileOperations is { } can
            ? new FileOperationOptions(
                DidCreate: can.DidCreate == true ? All : null,
                WillRename: can.WillRename == true ? All : null,
                DidRename: can.DidRename == true ? All : null,
                DidDelete: can.DidDelete == true ? All : null
            )
            : null;

    /// <summary>The edits; null where nothing changes.</summary>
    /// <param name="view">All decks, before the move.</param>
    /// <param name="parameters">What moves.</param>
    /// <param name="client">What the client understands.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static WorkspaceEdit? WillRename(
        WorkspaceView view,
        RenameFilesParams parameters,
        ClientCapabilities client,
        CancellationToken cancellation
    )
    {
        var moves = parameters.Files.Select(file => (PathOf(file.OldUri), PathOf(file.NewUri))).ToList();
        var edits = new FileMoves(view.Decks, view.Read, moves, view.ReadText).Edits(cancellation);
        return edits.IsEmpty ? null : WorkspaceEdits.Of(view, edits, client);
    }

    private static string PathOf(string uri) => Path.TrimEndingDirectorySeparator(DocumentUri.ToPath(uri));
}
