namespace WsgiLsp.Decks.Rules;

/// <summary>What the rule says of itself. What it finds is told by the learner's log; see <see cref="LogFindings"/>.</summary>
internal sealed class DeadDistractor : LogRule
{
    public override string Name => "dead-distractor";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override FixOffer Offer => FixOffer.None;

    public override string Summary => "a wrong option that was never chosen, as your log says";

    public override string Why =>
        """
            An option that nobody takes for right makes the card longer and no harder. Make it likelier, best of a mistake that
            is really made, or drop it: three options are as good as four. It is found in editors only, in open decks, and by
            your own log. It takes 40 answers or more, so many of them wrong that chance does not explain it, and so is rarely
            found by the answers of one learner; `wsgilsp stats --cards --class` says the same of the answers of many.
            [What answers say of cards](../statistics.md) has the bounds.
            """;
}
