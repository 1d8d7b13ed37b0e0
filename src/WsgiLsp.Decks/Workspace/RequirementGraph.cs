namespace WsgiLsp.Decks.Workspace;

/// <summary>
/// What all cards and decks of a workspace require of one another. A card is called <c>deck/card</c>, a deck by its id.
/// </summary>
internal sealed class RequirementGraph
{
    private readonly Dictionary<string, IReadOnlyList<string>> next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> circles;

    public RequirementGraph(IEnumerable<DeckOutline> decks)
    {
        foreach (var deck in decks)
        {
            Add(deck);
        }

        circles = Cycles.Find(next.Keys.Order(StringComparer.Ordinal), Following);
    }

    /// <summary>A circle of requirements through a card or deck, which it begins with; null where there is none.</summary>
    public IReadOnlyList<string>? CircleOf(string node) => circles.GetValueOrDefault(node);

    private IReadOnlyList<string> Following(string node) => next.GetValueOrDefault(node, []);

    private void Add(DeckOutline deck)
    {
        foreach (var section in deck.Sections)
        {
            if (!section.Edges.IsEmpty && section.CardId is { } card)
            {
                next[$"{deck.Id}/{card}"] =
                [
                    .. section
                        .Edges.Where(edge => edge != card)
                        .Select(edge => Requirements.Read(edge, deck.Id))
                        .Select(required => $"{required.Deck}/{required.Card}"),
                ];
            }
        }

        if (deck.Sections[0].Requires is { IsEmpty: false } required)
        {
            next[deck.Id] = [.. required.Select(mention => mention.Text).Where(id => id != deck.Id)];
        }
    }
}
