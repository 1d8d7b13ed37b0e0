using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Panel;

/// <summary>A page for quick revision in a panel: a screen that nothing is answered to.</summary>
public static class PanelPages
{
    /// <summary>Lays a page out.</summary>
    /// <param name="id">The id of the screen.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="sheet">What stands on it.</param>
    /// <param name="decks">Where the cards stand, and how their texts become HTML.</param>
    public static PanelScreen Of(string id, string title, CheatSheet sheet, PanelDecks decks) =>
        new()
        {
            Session = id,
            Taken = 0,
            Title = title,
            Phase = PanelPhase.Page,
            Page =
            [
                .. sheet
                    .Cards.GroupBy(card => (card.Deck, Group: string.Join(" › ", card.Card.Path)))
                    .Select(group => new PanelGroup(
                        group.Key.Deck.Title,
                        group.Key.Group,
                        [.. group.Select(card => Card(card, decks))]
                    )),
            ],
        };

    private static PanelPageCard Card(CheatSheetCard one, PanelDecks decks)
    {
        var (title, body) = PanelCards.Split(one.Prompt);
        return new PanelPageCard(
            decks.Phrase(one.Card, title),
            decks.Html(one.Card, body),
            decks.Html(one.Card, one.Answer),
            one.IsDue,
            decks.PlaceOf(one.Card)
        );
    }
}
