using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// All decks as one request sees them, at one moment: those that are open as the client has them, the others as they were
/// read last.
/// </summary>
/// <param name="documents">The open documents.</param>
/// <param name="decks">All decks.</param>
/// <param name="positions">How the client counts.</param>
/// <param name="reader">Reads decks that are not open.</param>
internal sealed class WorkspaceView(
    DocumentSnapshot documents,
    DeckWorkspace decks,
    PositionEncoding positions,
    DeckReader reader
)
{
    // Texts of files that are not open, for clients that count bytes; to be used by one request.
    private readonly Dictionary<string, SourceText?> texts = new(StringComparer.Ordinal);

    /// <summary>All decks.</summary>
    public DeckWorkspace Decks => decks;

    /// <summary>How the client counts.</summary>
    public PositionEncoding Positions => positions;

    /// <summary>The same moment as a document sees it: where several are one file, it is the one that counts.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    public WorkspaceView For(OpenDocument document, Deck deck) =>
        documents.Counts(document)
            ? this
            : new(documents.For(document), decks.With(DeckOutline.Of(document.Path, deck)), positions, reader);

    /// <summary>The open document of a URI, or null.</summary>
    public OpenDocument? Find(string uri) => documents.Find(uri);

    /// <summary>The open document of a file, or null.</summary>
    public OpenDocument? Open(string path) => documents.FindPath(path);

    /// <summary>The URI of a file: the client's own where it is open.</summary>
    public string UriOf(string path) =>
        Open(path)?.Uri ?? (Path.IsPathFullyQualified(path) ? DocumentUri.FromPath(path) : path);

    /// <summary>A deck as it is now: open, or else on disk. Null where it cannot be read, or is no deck any more.</summary>
    public Deck? Read(string path) => Open(path) is { } document ? document.Deck : reader.Read(path);

    /// <summary>The text of a file as it is now: open, or else on disk. Null where it cannot be read.</summary>
    public SourceText? ReadText(string path) => Open(path)?.Text ?? DeckReader.ReadText(path);

    /// <summary>A range in a file, as the client counts.</summary>
    public Range RangeOf(string path, LinePosition start, LinePosition end) =>
        TextOf(path) is { } text ? positions.Range(text, start, end) : positions.Range(start, end);

    private SourceText? TextOf(string path)
    {
        if (Open(path) is { } document)
        {
            return document.Text;
        }

        if (!positions.CountsBytes)
        {
            return null;
        }

        if (!texts.TryGetValue(path, out var text))
        {
            texts[path] = text = DeckReader.ReadText(path);
        }

        return text;
    }
}
