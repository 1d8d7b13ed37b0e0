using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Completions;

/// <summary>What a word of the language means that stands at a place: a key of the front matter, or a rule to be silent.</summary>
/// <param name="Span">The word.</param>
/// <param name="Text">What it does, Markdown.</param>
/// <param name="Rule">The rule's name, where it is one; else null.</param>
public sealed record WordHelp(TextSpan Span, string Text, string? Rule = null)
{
    /// <summary>The help for a place; null where no such word stands there.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="offset">The place.</param>
    public static WordHelp? At(Deck deck, int offset)
    {
        if (RulesAt(deck, offset).FirstOrDefault(one => one.Span.Touches(offset)) is ({ Length: > 0 }, var span) named)
        {
            return RuleCatalogue.Find(named.Text) is { } rule
                ? new WordHelp(span, $"`{rule.Name}` ({rule.Default.Name()}): {rule.Summary}", rule.Name)
                : null;
        }

        return Key(deck, offset);
    }

    private static IEnumerable<(string Text, TextSpan Span)> RulesAt(Deck deck, int offset)
    {
        if (offset < deck.FrontMatterSource.Place.ContentStart)
        {
            var source = deck.FrontMatterSource.Source.Text;
            return deck
                .FrontMatterSource.Values.Where(value => value.Key == "ignore")
                .Select(value => (value.Text, value.Place(source)));
        }

        var index = deck.SectionAt(offset);
        var start = deck.StartOf(index).Offset;
        return MetadataWords
            .Items(deck.Entries[index].Section, "ignore")
            .Select(item => (item.Text, item.Span.Shift(start)));
    }

    private static WordHelp? Key(Deck deck, int offset)
    {
        var place = deck.FrontMatterSource.Place;
        var line = deck.Text.GetPosition(offset).Line;
        if (!place.Exists || line < place.FirstLine || line >= place.EndLine)
        {
            return null;
        }

        var text = deck.Text.GetLine(line).ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var span = new TextSpan(deck.Text.GetOffset(new LinePosition(line, 0)), Math.Max(colon, 0));
        return
            colon > 0
            && span.Touches(offset)
            && DeckKey.OfFrontMatter.FirstOrDefault(key => key.Name == text[..colon]) is { } known
            ? new WordHelp(span, $"`{known.Name}`: {known.Summary}")
            : null;
    }
}
