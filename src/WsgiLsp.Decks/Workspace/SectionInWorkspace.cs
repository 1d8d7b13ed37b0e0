namespace WsgiLsp.Decks.Workspace;

/// <summary>A section of a deck among other decks.</summary>
/// <param name="Workspace">All decks.</param>
/// <param name="Deck">Its deck.</param>
/// <param name="Index">Its index there.</param>
internal readonly record struct SectionInWorkspace(DeckWorkspace Workspace, DeckOutline Deck, int Index)
{
    public OutlineSection Section => Deck.Sections[Index];
}
