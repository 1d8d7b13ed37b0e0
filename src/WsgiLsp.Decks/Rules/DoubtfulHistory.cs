namespace WsgiLsp.Decks.Rules;

/// <summary>What the rule says of itself. What it finds is told by the learner's log; see <see cref="LogFindings"/>.</summary>
internal sealed class DoubtfulHistory : LogRule
{
    public override string Name => "doubtful-history";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a card that may be one that you learned, reworded beyond recognition";

    public override string Why =>
        """
            What you learned follows its card through edits: by its id, its heading, its answer, or because it is clearly the
            nearest text. Where that is not clear, nothing is decided for you, and the card is asked as a new one until you
            say which it is: attach the history of the earlier card, or start fresh. A card that kept its `id` is never
            in doubt. It is found in editors only, after a deck was saved.
            """;
}
