using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>Changes of a deck as a whole, tried before they are offered as <see cref="CardRefactorings"/> are.</summary>
public static class DeckRefactorings
{
    /// <summary>Writes an id into the front matter, which is made where there is none; null where it has one already, or is
    /// broken.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="id">The id.</param>
    public static Refactoring? GiveId(Deck deck, string id)
    {
        if (deck.FrontMatter.Id is not null || deck.FrontMatterSource.Problems.Any(problem => problem.IsBroken))
        {
            return null;
        }

        var place = deck.FrontMatterSource.Place;
        var line = LineEnd.Of(deck.Entries[0].Section.Text);
        var edit = place.Exists
            ? new TextEdit(new TextSpan(deck.Text.LineStart(place.FirstLine), 0), $"id: {id}{line}")
            : new TextEdit(new TextSpan(place.ContentStart, 0), $"---{line}id: {id}{line}---{line}{line}");
        var trial = new Trial(deck, $"Give it the id '{id}'", edit);
        return trial.After.FrontMatter.Id == id && trial.KeepsCards() ? trial.Refactoring : null;
    }
}
