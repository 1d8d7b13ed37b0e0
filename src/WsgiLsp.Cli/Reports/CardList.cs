using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Reports;

/// <summary>A deck's cards as people read them: id, kind, title.</summary>
internal static class CardList
{
    public static void Write(string file, Deck deck, List<DeckSection> cards, TextWriter output, Style style)
    {
        output.WriteLine($"{style.Bold(file)}: {deck.Title}, {Counted.Of(cards.Count, "card")}");
        var idWidth = cards.Select(section => section.Card!.Id.Length).DefaultIfEmpty().Max();
        var kindWidth = cards.Select(section => section.Card!.Kind.Name().Length).DefaultIfEmpty().Max();
        foreach (var card in cards.Select(section => section.Card!))
        {
            var kind = style.Dim(card.Kind.Name().PadRight(kindWidth));
            output.WriteLine($"  {card.Id.PadRight(idWidth)}  {kind}  {card.Content.Title}");
        }
    }
}
