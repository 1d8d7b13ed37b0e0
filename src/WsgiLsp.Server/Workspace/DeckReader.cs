using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>Reads decks from disk.</summary>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
internal sealed class DeckReader(ConfigLookup configs)
{
    private readonly DeckFiles files = new(configs);

    /// <summary>The text of a file; null where it is not there, or cannot be read.</summary>
    /// <param name="path">The file's full path.</param>
    public static SourceText? ReadText(string path) => Text(path) is { } text ? new SourceText(text) : null;

    /// <summary>The deck in a file; null where it is none, or cannot be read.</summary>
    /// <param name="path">The file's full path.</param>
    public Deck? Read(string path) =>
        Text(path) is { } text && files.IsDeck(path, text) ? Deck.Parse(text, configs.SettingsFor(path)) : null;

    private static string? Text(string path)
    {
        try
        {
            // A document that is no file has a mere name, which means nothing on disk.
            return Path.IsPathFullyQualified(path) && File.Exists(path) ? TextFile.Read(path) : null;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }
}
