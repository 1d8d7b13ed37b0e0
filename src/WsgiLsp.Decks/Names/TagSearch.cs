using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>Finds where a tag is given.</summary>
internal sealed class TagSearch(string tag) : NameSearch
{
    public override IEnumerable<NameMention> In(DeckOutline deck)
    {
        for (var i = 0; i < deck.Sections.Length; i++)
        {
            foreach (var given in deck.Sections[i].Tags)
            {
                if (given.Text == tag)
                {
                    yield return OutlineNames.TagOf(deck, i, given);
                }
            }
        }
    }
}
