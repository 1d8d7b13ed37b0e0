using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// Tells quickly which links and requirements cannot mean something: a workspace has hundreds of thousands, and almost all
/// lead elsewhere, as their last words tell.
/// </summary>
/// <param name="path">Full path of the file in question.</param>
/// <param name="id">The id of the deck in it; null where it is none.</param>
/// <param name="isPlace">Whether it is about a place in the file, and not about the file.</param>
internal sealed class MentionFilter(string path, string? id, bool isPlace)
{
    private readonly string fileName = Path.GetFileName(path);
    private readonly string prefix = id + "/";

    /// <summary>What may mean a thing; null where nothing is to be left out.</summary>
    public static MentionFilter? Of(DeckWorkspace workspace, Named named) =>
        named switch
        {
            NamedSection one => new MentionFilter(
                one.Path,
                workspace.Decks.GetValueOrDefault(one.Path)?.Id,
                isPlace: true
            ),
            NamedDeck one => new MentionFilter(
                one.Path,
                workspace.Decks.GetValueOrDefault(one.Path)?.Id,
                isPlace: false
            ),
            NamedFile one => new MentionFilter(one.Path, id: null, isPlace: false),
            _ => null,
        };

    /// <summary>Whether what leads to a deck itself may be meant.</summary>
    public bool MayBeIn(DeckOutline deck) => deck.Path == path;

    /// <summary>Whether a link to another file may be meant.</summary>
    public bool MayBe(LinkTarget target) =>
        (!isPlace || target.Fragment.Length > 0)
        && (target.Path.EndsWith(fileName, StringComparison.Ordinal) || target.Path is [.., '/' or '.']);

    /// <summary>Whether a requirement may be meant.</summary>
    public bool MayBe(string requirement, DeckOutline deck) =>
        id is not null
        && (
            deck.Path == path
            || deck.Id == id
            || requirement.StartsWith(prefix, StringComparison.Ordinal)
            || (!isPlace && requirement == id)
        );
}
