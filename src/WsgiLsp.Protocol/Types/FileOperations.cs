namespace WsgiLsp.Protocol.Types;

/// <summary>A file or folder that gets another name.</summary>
public sealed record FileRename(string OldUri, string NewUri);

/// <summary>Files that are about to get, or have got, other names.</summary>
public sealed record RenameFilesParams(IReadOnlyList<FileRename> Files);

/// <summary>A file or folder that was made.</summary>
public sealed record FileCreate(string Uri);

/// <summary>Files that were made.</summary>
public sealed record CreateFilesParams(IReadOnlyList<FileCreate> Files);

/// <summary>A file or folder that was deleted.</summary>
public sealed record FileDelete(string Uri);

/// <summary>Files that were deleted.</summary>
public sealed record DeleteFilesParams(IReadOnlyList<FileDelete> Files);

/// <summary>Which files an operation is told of, by a glob.</summary>
public sealed record FileOperationPattern(string Glob, string? Matches = null);

/// <summary>Which files an operation is told of.</summary>
public sealed record FileOperationFilter(FileOperationPattern Pattern, string? Scheme = null);

/// <summary>Which files an operation is told of.</summary>
public sealed record FileOperationRegistrationOptions(IReadOnlyList<FileOperationFilter> Filters);

/// <summary>The file operations that are wanted.</summary>
public sealed record FileOperationOptions(
    FileOperationRegistrationOptions? DidCreate = null,
    FileOperationRegistrationOptions? WillRename = null,
    FileOperationRegistrationOptions? DidRename = null,
    FileOperationRegistrationOptions? DidDelete = null
);
