using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Reports;

/// <summary>A deck's cards as people read them: id, kind, title. A narrow terminal has the title below the id.</summary>
internal static class CardList
{
    /// <summary>Fewer columns for titles say too little of them.</summary>
    private const int LeastTitle = 20;

    public static void Write(Terminal terminal, string file, Deck deck, List<DeckSection> cards)
    {
        var style = new Style(terminal.UsesColour);
        var name = terminal.Shown(file);
        var about = $"{terminal.Shown(deck.Title)}, {Counted.Of(cards.Count, "card")}";
        terminal.Out.WriteLine(
            WrappedLine.Of(
                [(style.Bold(name) + ":", name + ":"), .. about.Split(' ').Select(word => (word, word))],
                terminal.Columns
            )
        );
        var idWidth = cards.Select(section => TableColumn.WidthOf(section.Card!.Id)).DefaultIfEmpty().Max();
        var kindWidth = cards.Select(section => section.Card!.Kind.Name().Length).DefaultIfEmpty().Max();
        var isNarrow = terminal.Columns < idWidth + kindWidth + LeastTitle;
        foreach (var card in cards.Select(section => section.Card!))
        {
            var (id, title) = (terminal.Shown(card.Id), terminal.Shown(card.Content.Title));
            if (isNarrow)
            {
                var most = Math.Max(1, terminal.Columns!.Value - card.Kind.Name().Length - 4);
                terminal.Out.WriteLine($"  {TableColumn.Fit(id, most).TrimEnd()}  {style.Dim(card.Kind.Name())}");
                terminal.Out.WriteLine(
                    "    " + WrappedLine.Of(title, terminal.Columns - 4).ReplaceLineEndings("\n    ")
                );
                continue;
            }

            var filling = new string(' ', idWidth - TableColumn.WidthOf(card.Id));
            var before = $"  {id}{filling}  {style.Dim(card.Kind.Name().PadRight(kindWidth))}  ";
            terminal.Out.WriteLine(before + Cut(title, terminal.Columns - idWidth - kindWidth - 6));
        }
    }

    private static string Cut(string title, int? width) =>
        width is { } most && TableColumn.WidthOf(title) > most ? TableColumn.Fit(title, most).TrimEnd() : title;
}
