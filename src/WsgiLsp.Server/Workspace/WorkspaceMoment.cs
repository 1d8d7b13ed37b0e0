using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Workspace;

/// <summary>All decks at one moment. Immutable.</summary>
/// <param name="Documents">The open documents.</param>
/// <param name="Decks">The decks of the open folders; null before the first reading, and without folders.</param>
/// <param name="Found">
/// What their own text has been found to do wrong, where there is something, without fixes: of decks as they are on disk.
/// </param>
internal sealed record WorkspaceMoment(
    DocumentSnapshot Documents,
    DeckWorkspace? Decks,
    ImmutableDictionary<string, ImmutableArray<PlacedFinding>> Found
)
{
    /// <summary>The same moment as a document sees it: where several are one file, it is the one that counts.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    public WorkspaceMoment For(OpenDocument document, Deck deck) =>
        Documents.Counts(document)
            ? this
            : this with
            {
                Documents = Documents.For(document),
                Decks =
                    Decks?.Decks.ContainsKey(document.Path) == true
                        ? Decks.With(DeckOutline.Of(document.Path, deck))
                        : Decks,
            };
}
