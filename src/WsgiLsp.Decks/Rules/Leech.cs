using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

/// <summary>What the rule says of itself. What it finds is told by the learner's log; see <see cref="LogFindings"/>.</summary>
internal sealed class Leech : LogRule
{
    public override string Name => "leech";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a card that you missed four times or more, as your log says";

    public override string Why =>
        """
            A card that is forgotten again and again costs more time than ten others, and asking it more often does not help.
            Mostly it asks two things at once, looks like another card, or gives nothing to hold on to. So change the card:
            split it in two, add a hint, turn it around so that it is asked both ways, or suspend it. A second card that is
            split off is not asked before you have written it and removed its `suspend=true`. A miss counts once a day, and
            only of a card that was learned before; a card that is suspended is not found. It is found in editors only, in
            decks that you learn from.

            The author is told from four misses on, while the card can still be saved. From eight on the learner is: a
            session says so, `wsgilsp stats` lists the card, and `wsgilsp study --leeches` asks it.
            """;

    public override string? Say(Card card, string remark)
    {
        if (card.Suspended)
        {
            return null;
        }

        string?[] open =
        [
            "split it",
            card.Content.Hints.IsEmpty ? "add a hint" : null,
            DeckEntry.IsReversible(card.Content) && !card.Items.Contains(Card.ReverseItem) ? "turn it around" : null,
        ];
        var still = open.OfType<string>().ToList();
        return $"{remark}: {string.Join(", ", still)}{(still.Count > 1 ? "," : "")} or suspend it.";
    }
}
