using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// Which files are decks: <c>*.deck.md</c>, a <c>.md</c> whose front matter has <c>deck:</c>, and what the
/// <c>"decks"</c> of the nearest <c>wsgilsp.json</c> match. Quiz sheets (<c>*.quiz.md</c>) never are.
/// </summary>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
public sealed class DeckFiles(ConfigLookup configs)
{
    /// <summary>What to say to who has none.</summary>
    public const string WhatIsADeck = "a deck is a *.deck.md, or a .md whose front matter begins with 'deck: …'";

    /// <summary>Whether a document is a deck.</summary>
    /// <param name="path">Its full path, which need not exist; or the mere name of what is no file yet.</param>
    /// <param name="text">Its text, or as much of it as holds the front matter.</param>
    public bool IsDeck(string path, ReadOnlySpan<char> text) => IsDeckByPath(path) ?? DeclaresDeck(text);

    /// <summary>Finds decks: a named file always is one, a folder is searched with all below it.</summary>
    /// <param name="paths">Files and folders; relative ones count from <paramref name="workingFolder"/>.</param>
    /// <param name="workingFolder">A full path.</param>
    public DeckSearch Find(IEnumerable<string> paths, string workingFolder)
    {
        var walk = new DeckWalk(this, configs);
        foreach (var path in paths)
        {
            walk.Add(path, workingFolder);
        }

        return walk.Result;
    }

    /// <summary>Whether a path alone makes a file a deck; null where its front matter decides.</summary>
    internal bool? IsDeckByPath(string path)
    {
        if (IsQuizSheet(path) || WsgiLspConfig.IsConfig(path))
        {
            return false;
        }

        return IsDeckByName(path) || configs.ForFile(path).MatchesDeck(path) ? true
            : IsMarkdown(path) || IsUnnamed(path) ? null
            : false;
    }

    /// <summary>Whether the front matter of a file has the key <c>deck</c>. Reads no further than it must.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal static bool FileDeclaresDeck(string path)
    {
        var detector = new FrontMatterDetector();
        try
        {
            using var reader = new StreamReader(path);
            while (!detector.IsDone && reader.ReadLine() is { } line)
            {
                detector.Take(line);
            }
        }
        catch (IOException) when (new FileInfo(path).LinkTarget is not null)
        {
            // A link that leads nowhere, or in a circle, is nobody's deck.
            return false;
        }

        return detector.DeclaresDeck;
    }

    private static bool IsQuizSheet(string path) => path.EndsWith(".quiz.md", StringComparison.OrdinalIgnoreCase);

    private static bool IsDeckByName(string path) =>
        path.EndsWith(DeckSettings.DeckEnding, StringComparison.OrdinalIgnoreCase);

    // Editors name what was never saved as they like: only its text says what it is.
    private static bool IsUnnamed(string path) => !Path.IsPathFullyQualified(path) && !Path.HasExtension(path);

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool DeclaresDeck(ReadOnlySpan<char> text)
    {
        var detector = new FrontMatterDetector();
        foreach (var line in text.TrimStart('\uFEFF').EnumerateLines())
        {
            detector.Take(line);
            if (detector.IsDone)
            {
                break;
            }
        }

        return detector.DeclaresDeck;
    }
}
