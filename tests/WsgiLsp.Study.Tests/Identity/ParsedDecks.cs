using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>Reads generated decks, each from what it said before: ten thousand scripts would be long in reading all anew.</summary>
internal sealed class ParsedDecks
{
    private readonly Dictionary<string, (string Text, Deck Deck)> _parsed = new(StringComparer.Ordinal);

    public Deck Parse(GeneratedDeck deck)
    {
        var text = deck.Render();
        var parsed = _parsed.TryGetValue(deck.Name, out var known)
            ? known.Deck.With(Difference(known.Text, text))
            : Deck.Parse(text, new DeckSettings { FileName = deck.Name + ".deck.md" });
        _parsed[deck.Name] = (text, parsed);
        return parsed;
    }

    private static TextEdit Difference(string old, string text)
    {
        var start = old.AsSpan().CommonPrefixLength(text);
        var end = 0;
        while (end < Math.Min(old.Length, text.Length) - start && old[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        return new TextEdit(TextSpan.FromBounds(start, old.Length - end), text[start..^end]);
    }
}
