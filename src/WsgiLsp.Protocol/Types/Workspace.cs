using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>A folder that the client has open.</summary>
public sealed record WorkspaceFolder(string Uri, string Name);

/// <summary>Folders that came and went.</summary>
public sealed record WorkspaceFoldersChangeEvent(
    IReadOnlyList<WorkspaceFolder> Added,
    IReadOnlyList<WorkspaceFolder> Removed
);

/// <summary>The client's folders changed.</summary>
public sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

/// <summary>An edit that the client is asked to apply.</summary>
public sealed record ApplyWorkspaceEditParams(WorkspaceEdit Edit, string? Label = null);

/// <summary>Whether it was applied.</summary>
public sealed record ApplyWorkspaceEditResult(bool Applied, string? FailureReason = null, int? FailedChange = null);

/// <summary>A section of the settings that is asked for.</summary>
public sealed record ConfigurationItem(string? ScopeUri = null, string? Section = null);

/// <summary>Settings that are asked for; the answer has one element for each item.</summary>
public sealed record ConfigurationParams(IReadOnlyList<ConfigurationItem> Items);

/// <summary>The settings changed. Clients that expect to be asked send null.</summary>
public sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

/// <summary>Changes of which section are told.</summary>
public sealed record DidChangeConfigurationRegistrationOptions(string? Section = null);

/// <summary>What happened to a file.</summary>
public enum FileChangeType
{
    /// <summary>It is new.</summary>
    Created = 1,

    /// <summary>Its content changed.</summary>
    Changed = 2,

    /// <summary>It is gone.</summary>
    Deleted = 3,
}

/// <summary>A file that changed.</summary>
public sealed record FileEvent(string Uri, FileChangeType Type);

/// <summary>Watched files changed.</summary>
public sealed record DidChangeWatchedFilesParams(IReadOnlyList<FileEvent> Changes);

/// <summary>A capability that is registered after <c>initialize</c>, under an id of the server's choice.</summary>
public sealed record Registration(string Id, string Method, JsonElement? RegisterOptions = null);

/// <summary>Capabilities to register.</summary>
public sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

/// <summary>Which files to watch.</summary>
public sealed record DidChangeWatchedFilesRegistrationOptions(IReadOnlyList<FileSystemWatcher> Watchers);

/// <summary>Files to watch, by a glob; for all kinds of changes.</summary>
public sealed record FileSystemWatcher(string GlobPattern);
