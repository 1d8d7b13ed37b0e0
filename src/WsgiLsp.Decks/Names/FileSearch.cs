using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>Finds the links to a file that is no deck, or to a folder, and to places in it.</summary>
internal sealed class FileSearch(DeckWorkspace workspace, string path) : PathSearch(workspace, path)
{
    protected override NameMention? Address(DeckOutline deck, int section, OutlineLink link) =>
        Target is null ? OutlineNames.AddressOf(deck, section, link) : null;

    protected override NameMention? Fragment(DeckOutline deck, int section, OutlineLink link) =>
        Target is null ? OutlineNames.FragmentOf(deck, section, link) : null;
}
