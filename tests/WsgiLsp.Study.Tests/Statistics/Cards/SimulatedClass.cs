using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Study.Tests.Statistics.Cards;

/// <summary>
/// Learners of normal ability who answer a deck: choices by a logistic model with discrimination, difficulty and guessing,
/// and explanations whose verdicts they correct now and then. Some of the cards have a fault.
/// </summary>
internal sealed class SimulatedClass
{
    public const int Options = 4;
    public const int Concepts = 4;

    private const int SoundChoices = 60;
    private const int SoundExplains = 20;
    private const int FaultyOfAKind = 3;

    private readonly Random _chance;

    public SimulatedClass(int seed, int learners)
    {
        _chance = new Random(seed);
        Choices = [.. Enumerable.Range(0, SoundChoices + (2 * FaultyOfAKind)).Select(SimulatedChoice)];
        var text = new StringBuilder("# Class\n");
        foreach (var choice in Choices)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Which is {choice.Number}?\n\n");
            for (var option = 0; option < Options; option++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- [{(option == choice.Marked ? 'x' : ' ')}] Thing {choice.Number} {option}\n"
                );
            }
        }

        for (var number = 0; number < SoundExplains + FaultyOfAKind; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Explain matter {number}\n\n> [!IMPORTANT]\n");
            for (var concept = 0; concept < Concepts; concept++)
            {
                text.Append(CultureInfo.InvariantCulture, $"> - **Concept** {concept} of matter {number}\n");
            }
        }

        Cards = [.. Deck.Parse(text.ToString(), new DeckSettings { FileName = "class.deck.md" }).Cards];
        Learners = [.. Enumerable.Range(0, learners).Select(_ => Answer(Normal()))];
    }

    public ImmutableArray<Card> Cards { get; }

    public ImmutableArray<LearnerAnswers> Learners { get; }

    /// <summary>What is wrong with the cards, by their places.</summary>
    public IEnumerable<(int Card, CardFaultKind Kind, int Index)> Planted =>
        [
            .. Choices
                .Where(choice => choice.Dead is not null)
                .Select(choice => (choice.Number, CardFaultKind.DeadDistractor, choice.Dead!.Value)),
            .. Choices
                .Where(choice => choice.Marked != choice.Right)
                .Select(choice => (choice.Number, CardFaultKind.WrongKey, choice.Right)),
            .. Enumerable
                .Range(0, FaultyOfAKind)
                .Select(number => (Choices.Length + number, CardFaultKind.DisputedConcept, number % Concepts)),
        ];

    private ImmutableArray<Choice> Choices { get; }

    private Choice SimulatedChoice(int number)
    {
        var right = _chance.Next(Options);
        var pulls = Enumerable.Range(0, Options).Select(_ => .5 + _chance.NextDouble()).ToArray();
        var marked = number is >= FaultyOfAKind and < 2 * FaultyOfAKind ? (right + 1) % Options : right;
        var dead = number < FaultyOfAKind ? (right + 2) % Options : default(int?);
        if (dead is { } nobodys)
        {
            pulls[nobodys] = 0;
        }

        // What nobody gets wrong has no live distractors; and a wrong key is seen where the class knows better.
        var hardness = Math.Clamp(Normal(), -1.5, 1.5);
        hardness =
            dead is not null ? Math.Max(.3, Math.Abs(hardness))
            : marked != right ? -Math.Abs(hardness)
            : hardness;
        return new Choice(number, right, marked, dead, .8 + (1.2 * _chance.NextDouble()), hardness, pulls);
    }

    private LearnerAnswers Answer(double ability)
    {
        var events = new List<LoggedEvent>();
        for (var place = 0; place < Cards.Length; place++)
        {
            var card = Cards[place];
            var said = card.Content is ChoiceContent choice
                ? Pick(Choices[place], choice, ability)
                : Explain((ExplainContent)card.Content, place - Choices.Length, ability);
            events.Add(
                new LoggedEvent(
                    Guid.CreateVersion7(),
                    DateTimeOffset.UnixEpoch,
                    Day: 0,
                    "class",
                    said with
                    {
                        Item = SessionItem.KeyOf(card, ""),
                    }
                )
            );
        }

        return LearnerAnswers.Of(events);
    }

    private ReviewEvent Pick(Choice choice, ChoiceContent content, double ability)
    {
        var knows = 1 / (1 + Math.Exp(-choice.Slope * (ability - choice.Hardness)));
        var picked = _chance.NextDouble() < knows ? choice.Right : Guess(choice);
        return new ReviewEvent
        {
            Kind = ReviewEventKind.Review,
            Given = picked.ToString(CultureInfo.InvariantCulture),
            Correct = picked == choice.Marked,
            Options = OptionMarks.Of(content),
        };
    }

    /// <summary>Who does not know takes what looks likely, the right one as little or much as the others.</summary>
    private int Guess(Choice choice)
    {
        var at = _chance.NextDouble() * choice.Pulls.Sum();
        var option = 0;
        while (at >= choice.Pulls[option] && option < Options - 1)
        {
            at -= choice.Pulls[option++];
        }

        return option;
    }

    private ReviewEvent Explain(ExplainContent content, int number, double ability)
    {
        var (automatic, final) = (new StringBuilder(), new StringBuilder());
        for (var concept = 0; concept < Concepts; concept++)
        {
            var says = _chance.NextDouble() < 1 / (1 + Math.Exp(-ability));
            var isFaulty = number < FaultyOfAKind && number % Concepts == concept;
            var isCorrected = _chance.NextDouble() < (isFaulty ? .4 : .05);
            final.Append(says ? '+' : '-');
            automatic.Append(says != isCorrected ? '+' : '-');
        }

        return new ReviewEvent
        {
            Kind = ReviewEventKind.Review,
            Grade = final.ToString().Contains('-', StringComparison.Ordinal) ? Grade.Again : Grade.Good,
            AutomaticConcepts = automatic.ToString(),
            FinalConcepts = final.ToString(),
            AnswerFingerprint = AnswerFingerprint.Of(content),
        };
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());

    private sealed record Choice(
        int Number,
        int Right,
        int Marked,
        int? Dead,
        double Slope,
        double Hardness,
        double[] Pulls
    );
}
