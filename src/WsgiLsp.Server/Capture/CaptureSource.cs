using System.Globalization;

namespace WsgiLsp.Server.Capture;

/// <summary>Where a captured text comes from: <c>--at</c>.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Line">The 1-based line.</param>
public sealed record CaptureSource(string Path, int Line)
{
    /// <summary>Reads <c>FILE:LINE</c>; null where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folder">Relative paths count from here.</param>
    public static CaptureSource? Parse(string text, string folder)
    {
        var colon = text.LastIndexOf(':');
        return
            colon > 0
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && line > 0
            ? new(System.IO.Path.GetFullPath(text[..colon], folder), line)
            : null;
    }

    /// <summary>What fences call the language of the file; empty where that is not known.</summary>
    public string Language => CodeText.LanguageOf(Path);

    /// <summary><c>file:line@commit</c>, the file from the root of its repository; outside of one <c>file:line</c>.</summary>
    /// <param name="folder">From where a file outside of all repositories is named.</param>
    public string Describe(string folder)
    {
        var git = GitCommit.Find(Path);
        var name = System.IO.Path.GetRelativePath(git?.Root ?? folder, Path).Replace('\\', '/');
        return $"{name}:{Line}{(git?.Commit is { } commit ? "@" + commit : "")}";
    }
}
