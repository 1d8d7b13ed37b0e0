using GeneratedDecks;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Benchmarks.Decks;

/// <summary>The large deck that servers are compared on, one thing in fifty wrong, and a place in it.</summary>
internal sealed class OpenDeck
{
    private const double Errors = .02;

    /// <param name="cards">How many cards it has.</param>
    public OpenDeck(int cards)
    {
        Text = new SourceText(GeneratedDeck.WithShare(cards, Errors));
        Deck = Deck.Parse(Text, Settings);
        Heading = Deck.Sections.Skip(Deck.SectionCount / 2).First(section => section.Card is not null).Heading.Start;
    }

    public static DeckSettings Settings { get; } = new() { FileName = "large.deck.md" };

    /// <summary>Its text.</summary>
    public SourceText Text { get; }

    /// <summary>What is read of it.</summary>
    public Deck Deck { get; }

    /// <summary>Where the heading of a card in its middle begins.</summary>
    public int Heading { get; }

    /// <summary>The end of that line.</summary>
    public int HeadingEnd => Text.LineStart(Text.GetPosition(Heading).Line + 1) - 1;
}
