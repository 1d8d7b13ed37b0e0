using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>Edits of what the front matter says.</summary>
internal static class FrontMatterWords
{
    private const string TitleKey = "deck:";

    /// <summary>The edit that gives a deck an id; writes the front matter where there is none.</summary>
    public static TextEdit SetId(Deck deck, string id)
    {
        var (source, place) = (deck.FrontMatterSource.Source, deck.FrontMatterSource.Place);
        if (deck.FrontMatterSource.Values.FirstOrDefault(value => value.Key == "id") is { } value)
        {
            return new TextEdit(value.Place(source.Text), id);
        }

        var end = LineEnd.Of(source.Text.Length > 0 ? source.Text : deck.Text.ToString());
        if (!place.Exists)
        {
            return new TextEdit(new TextSpan(place.ContentStart, 0), $"---{end}id: {id}{end}---{end}{end}");
        }

        // Below the title, as the formatter has it, unless that goes on.
        var line = place.FirstLine;
        var isBelow =
            source.Line(line).StartsWith(TitleKey, StringComparison.Ordinal)
            && source.Line(line + 1) is not ([] or [' ' or '\t', ..]);
        return new TextEdit(new TextSpan(source.LineStart(isBelow ? line + 1 : line), 0), $"id: {id}{end}");
    }
}
