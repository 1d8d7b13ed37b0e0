using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>Finds what names a deck as a whole: its own id, requirements, and the paths of links.</summary>
internal sealed class DeckSearch(DeckWorkspace workspace, string path) : PathSearch(workspace, path)
{
    protected override IEnumerable<NameMention> Declarations(int section) =>
        Target is null
            ? []
            : OutlineNames.Declarations(Target, section).Where(mention => mention.Use == NameUse.DeckId);

    protected override NameMention? Required(DeckOutline deck, int section, Mention requirement) =>
        Target is not null
        && requirement.Text.StartsWith(Target.Id, StringComparison.Ordinal)
        && OutlineNames.RequiredDeck(deck, section, requirement) is { } mention
        && mention.Text == Target.Id
            ? mention
            : null;

    protected override NameMention? Address(DeckOutline deck, int section, OutlineLink link) =>
        Target is null ? null : OutlineNames.AddressOf(deck, section, link);
}
