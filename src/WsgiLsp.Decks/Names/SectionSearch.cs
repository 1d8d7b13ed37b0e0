using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>Finds what names a section of a deck: its heading and id, requirements, and the fragments of links.</summary>
/// <param name="workspace">All decks.</param>
/// <param name="path">The deck's full path.</param>
/// <param name="section">The section's index; null for all, without what is declared there.</param>
internal sealed class SectionSearch(DeckWorkspace workspace, string path, int? section = null)
    : PathSearch(workspace, path)
{
    protected override IEnumerable<NameMention> Declarations(int index) =>
        Target is null || index != section
            ? []
            : OutlineNames.Declarations(Target, index).Where(mention => mention.Use != NameUse.DeckId);

    protected override NameMention? Required(DeckOutline deck, int index, Mention requirement) =>
        Target is not null
        && MayMeanTarget(deck, requirement.Text)
        && OutlineNames.RequiredCard(deck, index, requirement) is { } mention
        && Is(Target.FindCard(mention.Text))
            ? mention
            : null;

    protected override NameMention? Fragment(DeckOutline deck, int index, OutlineLink link) =>
        Target is not null && Is(Target.FindName(link.Target.Fragment))
            ? OutlineNames.FragmentOf(deck, index, link)
            : null;

    private bool Is(int found) => section is { } wanted ? found == wanted : found >= 0;

    /// <summary>Whether the card that is required is one of the deck. Who has an id twice means his own deck.</summary>
    private bool MayMeanTarget(DeckOutline deck, string requirement)
    {
        var slash = requirement.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || requirement.AsSpan(0, slash).SequenceEqual(deck.Id)
            ? deck.Path == Target!.Path
            : requirement.AsSpan(0, slash).SequenceEqual(Target!.Id);
    }
}
