namespace WsgiLsp.Decks.Rules;

/// <summary>What the rule says of itself. What it finds is told by the learner's log; see <see cref="LogFindings"/>.</summary>
internal sealed class DisputedConcept : LogRule
{
    public override string Name => "disputed-concept";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override FixOffer Offer => FixOffer.None;

    public override string Summary => "a concept of a rubric whose verdict you often corrected, as your log says";

    public override string Why =>
        """
            Whoever answers an explain card may correct what the machine found in the answer. Where that happens often, the
            concept does not say what is looked for: say it plainer, make the words bold that matter, or add wordings. To
            decide a doubtful verdict corrects nothing. It is found in editors only, in open decks, and by your own log, from
            ten answers to the rubric as it stands on; `wsgilsp stats --cards --class` says the same of the answers of many
            learners. [What answers say of cards](../statistics.md) has the bounds.
            """;
}
