using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Documents;

/// <summary>
/// All open documents at one moment. Immutable. Several may be one file, under URIs that are written in different ways:
/// then the one that was opened first counts for the file, but where another one is asked about.
/// </summary>
internal sealed class DocumentSnapshot
{
    // The URI of the document that counts for each path.
    private readonly ImmutableDictionary<string, string> byPath;

    private DocumentSnapshot(
        ImmutableDictionary<string, OpenDocument> documents,
        ImmutableDictionary<string, string> byPath
    )
    {
        Documents = documents;
        this.byPath = byPath;
    }

    /// <summary>Nothing is open.</summary>
    public static DocumentSnapshot Empty { get; } =
        new(
            ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, string>(StringComparer.Ordinal)
        );

    /// <summary>The documents by their URIs.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents { get; }

    /// <summary>The documents, of several that are one file the one that counts.</summary>
    public IEnumerable<OpenDocument> Files => byPath.Values.Select(uri => Documents[uri]);

    /// <summary>The documents with one that was opened or changed.</summary>
    public DocumentSnapshot With(OpenDocument document) =>
        new(
            Documents.SetItem(document.Uri, document),
            byPath.ContainsKey(document.Path) ? byPath : byPath.Add(document.Path, document.Uri)
        );

    /// <summary>The documents without one.</summary>
    public DocumentSnapshot Without(string uri)
    {
        if (Find(uri) is not { } closed)
        {
            return this;
        }

        var left = Documents.Remove(uri);
        if (!Counts(closed))
        {
            return new(left, byPath);
        }

        var other = left.Values.FirstOrDefault(document =>
            string.Equals(document.Path, closed.Path, StringComparison.Ordinal)
        );
        return new(left, other is null ? byPath.Remove(closed.Path) : byPath.SetItem(closed.Path, other.Uri));
    }

    /// <summary>The same documents, of which one counts for its file.</summary>
    public DocumentSnapshot For(OpenDocument document) => new(Documents, byPath.SetItem(document.Path, document.Uri));

    /// <summary>Whether a document is the one that counts for its file.</summary>
    public bool Counts(OpenDocument document) =>
        string.Equals(byPath.GetValueOrDefault(document.Path), document.Uri, StringComparison.Ordinal);

    /// <summary>The open document of that URI, or null.</summary>
    public OpenDocument? Find(string uri) => Documents.GetValueOrDefault(uri);

    /// <summary>The open document that counts for a file, or null.</summary>
    /// <param name="path">Its full path.</param>
    public OpenDocument? FindPath(string path) => byPath.TryGetValue(path, out var uri) ? Documents[uri] : null;

    /// <summary>The open document of that URI if it is a deck.</summary>
    public (OpenDocument Document, Deck Deck)? FindDeck(string uri) =>
        Find(uri) is { Deck: { } deck } document ? (document, deck) : null;
}
