using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Reports;

/// <summary>A deck's cards as people read them: id, kind, title.</summary>
internal static class CardList
{
    public static void Write(Terminal terminal, string file, Deck deck, List<DeckSection> cards)
    {
        var style = new Style(terminal.UsesColour);
        var name = style.Bold(terminal.Shown(file));
        terminal.Out.WriteLine($"{name}: {terminal.Shown(deck.Title)}, {Counted.Of(cards.Count, "card")}");
        var idWidth = cards.Select(section => TableColumn.WidthOf(section.Card!.Id)).DefaultIfEmpty().Max();
        var kindWidth = cards.Select(section => section.Card!.Kind.Name().Length).DefaultIfEmpty().Max();
        foreach (var card in cards.Select(section => section.Card!))
        {
            var filling = new string(' ', idWidth - TableColumn.WidthOf(card.Id));
            var kind = style.Dim(card.Kind.Name().PadRight(kindWidth));
            terminal.Out.WriteLine(
                $"  {terminal.Shown(card.Id)}{filling}  {kind}  {terminal.Shown(card.Content.Title)}"
            );
        }
    }
}
