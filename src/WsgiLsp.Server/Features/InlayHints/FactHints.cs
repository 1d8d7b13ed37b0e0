using System.Globalization;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Server.Features.InlayHints;

/// <summary>
/// What answers say of a card and its parts, in short and at length. Nothing is said by fewer than five answers. How a card
/// discriminates is never said: one learner's log does not tell.
/// </summary>
internal static class FactHints
{
    private const int LeastAnswers = 5;

    /// <summary>How easy a card is; null for too few first tries.</summary>
    public static HintText? OfCard(CardFacts facts) =>
        facts.FirstTries is { Total: >= LeastAnswers } tries
            ? new HintText(
                Invariant($"{tries.Right} of {tries.Total} right"),
                Invariant(
                    $"right at {tries.Right} of your {tries.Total} first tries, one a day. How well the card tells who knows takes the answers of a class: wsgilsp stats --cards --class"
                )
            )
            : null;

    /// <summary>
    /// Of each option how often it was chosen, or of each concept how often it was missed and its verdict corrected, in the
    /// deck's order; null for too few answers.
    /// </summary>
    public static IReadOnlyList<HintText?> OfParts(CardFacts facts) =>
        facts.Concepts.IsEmpty
            ? [.. facts.Options.Select(option => OfOption(option, facts.Picks))]
            : [.. facts.Concepts.Select(OfConcept)];

    private static HintText? OfOption(OptionFacts option, int picks) =>
        picks < LeastAnswers
            ? null
            : new HintText(
                Invariant($"chosen {option.Chosen} of {picks}"),
                Invariant($"chosen in {NumberOf(option.Chosen)} of your {picks} answers")
            );

    private static HintText? OfConcept(ConceptFacts concept)
    {
        if (concept.Answers < LeastAnswers)
        {
            return null;
        }

        var missed = concept.Answers - concept.Found;
        var told = new HintText(
            Invariant($"missed {missed} of {concept.Answers}"),
            Invariant($"missed in {NumberOf(missed)} of your {concept.Answers} answers")
        );
        return concept.Overruled == 0
            ? told
            : new HintText(
                Invariant($"{told.Label} · overruled {concept.Overruled}"),
                Invariant($"{told.Tooltip}; you corrected the verdict in {concept.Overruled} of them")
            );
    }

    private static string NumberOf(int count) => count == 0 ? "none" : count.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a hint says.</summary>
/// <param name="Label">In the margin.</param>
/// <param name="Tooltip">In plain words.</param>
internal sealed record HintText(string Label, string Tooltip);
