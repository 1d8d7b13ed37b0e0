namespace WsgiLsp.Decks.Workspace;

/// <summary>What a path leads to.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

/// <summary>The files around the decks, for links that lead to them. Paths are full ones.</summary>
public interface IWorkspaceFiles
{
    /// <summary>What is there.</summary>
    FileKind KindOf(string path);

    /// <summary>The anchors of a Markdown file that is no deck; null where they cannot be told.</summary>
    IReadOnlySet<string>? AnchorsOf(string path);

    /// <summary>The names of what is in a folder; none where it cannot be read.</summary>
    IEnumerable<string> NamesIn(string folder);
}
