using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Documents;

/// <summary>All open documents at one moment.</summary>
internal sealed record DocumentSnapshot(ImmutableDictionary<string, OpenDocument> Documents)
{
    public static DocumentSnapshot Empty { get; } =
        new(ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal));

    /// <summary>The open document of that URI, or null.</summary>
    public OpenDocument? Find(string uri) => Documents.GetValueOrDefault(uri);

    /// <summary>The open document of a file, or null.</summary>
    /// <param name="path">Its full path.</param>
    public OpenDocument? FindPath(string path) =>
        Documents.Values.FirstOrDefault(document => string.Equals(document.Path, path, StringComparison.Ordinal));

    /// <summary>The open document of that URI if it is a deck.</summary>
    public (OpenDocument Document, Deck Deck)? FindDeck(string uri) =>
        Find(uri) is { Deck: { } deck } document ? (document, deck) : null;
}
