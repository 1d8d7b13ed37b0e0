using Compare.Measuring;
using GeneratedDecks;

namespace Compare.Soaking;

/// <summary>Somebody who writes a deck, in an editor that asks what editors ask.</summary>
internal sealed class Writer
{
    private const string Name = "written.deck.md";

    private readonly Session session;
    private readonly Scratch scratch;
    private readonly EditedDeck deck;
    private int struck;

    public Writer(Session session, Scratch scratch, int cards)
    {
        this.session = session;
        this.scratch = scratch;
        deck = new(GeneratedDeck.WithShare(cards, .02), seed: 1);
        session.Open(scratch.Write(Name, deck.Text), deck);
    }

    /// <summary>A key, and now and then what follows some; the key's milliseconds.</summary>
    public double Key()
    {
        struck++;
        // Half of all letters are taken back, so that the deck neither grows nor rots.
        var isStructural = struck % 50 < 4;
        var time = session.Key(isStructural ? deck.StructuralKey() : deck.TypeOrTakeBack());
        if (struck % 4 == 0)
        {
            session.Ask("textDocument/completion", session.Place());
        }

        if (struck % 10 == 0)
        {
            session.Ask("textDocument/documentSymbol", session.Document);
            session.Ask("textDocument/codeLens", session.Document);
            session.Ask("textDocument/semanticTokens/full", session.Document);
        }

        if (struck % 25 == 0)
        {
            session.Ask("textDocument/hover", session.Place());
            session.Ask("workspace/symbol", new { query = "cache" });
        }

        if (struck % 150 == 0)
        {
            scratch.Write(Name, deck.Text);
            session.Connection.Tell("textDocument/didSave", session.Document);
        }

        return time;
    }
}
