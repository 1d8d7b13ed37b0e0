using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>What sections are called after an edit of their deck that left all of them in their places.</summary>
/// <param name="before">The deck before.</param>
/// <param name="after">The deck after.</param>
internal sealed class NewNames(DeckOutline before, DeckOutline after)
{
    /// <summary>What a name of one of the sections must become to mean the same section; null where it stays.</summary>
    /// <param name="mention">The name.</param>
    /// <exception cref="RenameRefusedException">No name would mean that section any more.</exception>
    public string? Of(NameMention mention) =>
        mention.Use == NameUse.LinkFragment
            ? Fragment(mention.Text, before.FindName(mention.Text))
            : Id(mention.Text, before.FindCard(mention.Text));

    /// <summary>A link keeps to the kind of name that it has: only anchors work on GitHub as well.</summary>
    private string? Fragment(string fragment, int section)
    {
        if (after.FindName(fragment) == section)
        {
            return null;
        }

        before.FindName(fragment, out var name);
        var (old, now) = (before.Sections[section], after.Sections[section]);
        var further = old.OtherNames.IndexOf(name);
        var changed =
            name == old.Anchor ? now.Anchor
            : name == old.CardId ? now.CardId
            : further >= 0 && further < now.OtherNames.Length ? now.OtherNames[further]
            : null;
        return changed is not null && after.FindName(changed) == section ? changed : throw Lost(name, section);
    }

    private string? Id(string id, int section) =>
        after.FindCard(id) == section ? null
        : after.Sections[section].CardId is { } changed && after.FindCard(changed) == section ? changed
        : throw Lost(id, section);

    private RenameRefusedException Lost(string name, int section) =>
        new(
            $"Then nothing could name \"{before.Sections[section].Title}\" any more, as '{name}' does now. Choose another name."
        );
}
