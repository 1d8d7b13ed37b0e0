using System.Globalization;
using System.Text;

namespace WsgiLsp.Benchmarks;

/// <summary>Decks of any size.</summary>
internal static class LargeDeck
{
    /// <summary>A deck of recall cards, the same for the same numbers.</summary>
    public static string TextOf(int deck, int cards)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Deck {deck}\n");
        for (var card = 0; card < cards; card++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## What is {card} of {deck}?\n<!-- card: id=c{card} -->\n\nIt is {card}.\n"
            );
        }

        return text.ToString();
    }
}
