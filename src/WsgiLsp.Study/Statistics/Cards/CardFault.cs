using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Statistics.Cards;

/// <summary>What answers say may be wrong with a card.</summary>
public enum CardFaultKind
{
    /// <summary>A wrong option that nobody takes for right.</summary>
    DeadDistractor,

    /// <summary>Those who know the other cards choose an option that is marked wrong, and not the key.</summary>
    WrongKey,

    /// <summary>A concept whose verdicts learners correct often.</summary>
    DisputedConcept,
}

/// <summary>Something of a card that is worth its author's look.</summary>
/// <param name="Kind">What.</param>
/// <param name="Index">0-based index of the option or concept, in the deck's order.</param>
/// <param name="Message">What was counted, and what may be done, in a sentence.</param>
public sealed record CardFault(CardFaultKind Kind, int Index, string Message)
{
    private const int LeastPicks = 40;

    // A distractor is sound from so large a part of the wrong answers on.
    private const double LeastShareOfWrong = .15;
    private const double Chance = .02;

    // Of a normal variable, one side, 16 %. That is enough: a sound distractor is chosen by those who know less than who
    // chooses the key.
    private const double LikelyAbove = 1;

    private const int MostPreferred = 2;

    private const int LeastVerdicts = 10;
    private const double MostOverruled = .15;

    /// <summary>The faults of a card. Each says less than one sound card in a hundred has it, roughly: see the tests.</summary>
    internal static IEnumerable<CardFault> In(CardFacts facts)
    {
        if (facts.Card.Content is ChoiceContent choice)
        {
            for (var index = 0; index < facts.Options.Length; index++)
            {
                if (
                    !choice.Options[index].Correct
                    && (WrongKey(facts, choice, index) ?? Dead(facts, index)) is { } fault
                )
                {
                    yield return fault;
                }
            }
        }

        for (var index = 0; index < facts.Concepts.Length; index++)
        {
            if (Disputed(facts.Concepts[index], index) is { } fault)
            {
                yield return fault;
            }
        }
    }

    /// <summary>Never chosen, and by as many who were wrong that chance does not explain it.</summary>
    private static CardFault? Dead(CardFacts facts, int index) =>
        facts.Options[index].Chosen == 0
        && facts.Picks >= LeastPicks
        && Math.Pow(1 - LeastShareOfWrong, facts.WrongPicks) < Chance
            ? new CardFault(
                CardFaultKind.DeadDistractor,
                index,
                Invariant(
                    $"{Letter(index)} was never chosen in {facts.Picks} tries, {facts.WrongPicks} of them wrong: make it likelier, or drop it"
                )
            )
            : null;

    /// <summary>
    /// Chosen by those who know more than who chooses the key; or by so many more that the key was hit by chance at best.
    /// </summary>
    private static CardFault? WrongKey(CardFacts facts, ChoiceContent choice, int index)
    {
        var key = choice.Options.Select((option, place) => (option.Correct, place)).First(one => one.Correct).place;
        var (wrong, marked) = (facts.Options[index], facts.Options[key]);
        if (wrong.Discrimination is not { } option)
        {
            return null;
        }

        // Who never does something tells nothing by it.
        var right = marked.Discrimination ?? default;

        var isChosenByKnowing =
            option.Correlation > right.Correlation
            && (option.Significance > LikelyAbove || wrong.Chosen > marked.Chosen);
        var isPreferred =
            wrong.Chosen > MostPreferred * marked.Chosen && marked.Chosen * choice.Options.Length < facts.Picks;
        return isChosenByKnowing || isPreferred
            ? new CardFault(
                CardFaultKind.WrongKey,
                index,
                Invariant(
                    $"{Letter(index)} was chosen {wrong.Chosen} times (correlation with knowing the other cards {option.Correlation:+0.00;-0.00}), the key {Letter(key)} {marked.Chosen} times ({right.Correlation:+0.00;-0.00}): is the key right?"
                )
            )
            : null;
    }

    private static CardFault? Disputed(ConceptFacts concept, int index) =>
        concept.Answers >= LeastVerdicts && LeastRate(concept.Overruled, concept.Answers) > MostOverruled
            ? new CardFault(
                CardFaultKind.DisputedConcept,
                index,
                Invariant(
                    $"The verdict on concept {index + 1} was corrected in {concept.Overruled} of {concept.Answers} answers: say it plainer, or add wordings"
                )
            )
            : null;

    /// <summary>Wilson's lower bound of a rate, 97.5 % sure.</summary>
    private static double LeastRate(int count, int total)
    {
        const double z = 1.96;
        var rate = (double)count / total;
        var centre = rate + (z * z / (2 * total));
        var spread = z * Math.Sqrt((rate * (1 - rate) / total) + (z * z / (4d * total * total)));
        return (centre - spread) / (1 + (z * z / total));
    }

    private static string Letter(int index) => char.ToUpperInvariant(TranscriptText.Letter(index)).ToString();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
