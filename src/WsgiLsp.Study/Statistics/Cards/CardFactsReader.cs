using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics.Cards;

/// <summary>Finds out what answers say of cards. Pure.</summary>
public static class CardFactsReader
{
    private const int LeastOtherCards = 10;

    /// <summary>What learners' answers say of each card that anybody answered, in the deck's order.</summary>
    /// <param name="cards">The cards; how much a learner knows is measured by these.</param>
    /// <param name="learners">The learners.</param>
    public static ImmutableArray<CardFacts> Read(
        IReadOnlyCollection<Card> cards,
        IReadOnlyCollection<LearnerAnswers> learners
    )
    {
        var tries = learners
            .Select(learner => cards.ToDictionary(card => card, card => VeryFirst(learner, card)))
            .ToList();
        var known = tries.ConvertAll(learner => Score(learner.Values));
        return
        [
            .. cards
                .Where(SessionPlan.CanAsk)
                .Select(card =>
                {
                    var firsts = tries.Zip(
                        known,
                        (learner, all) => (Try: learner[card], Knows: Others(learner[card], all))
                    );
                    return Of(card, [.. learners.Select(learner => learner.To(card).ToList())], [.. firsts]);
                })
                .Where(facts => facts.Learners > 0),
        ];
    }

    /// <summary>What one learner's answers say of a card; null where there are none. How it discriminates is not known then.</summary>
    /// <param name="card">The card.</param>
    /// <param name="learner">The learner.</param>
    public static CardFacts? Read(Card card, LearnerAnswers learner) => Read([card], [learner]).SingleOrDefault();

    /// <summary>The first try at each of a card's items that there ever was.</summary>
    private static List<CountedAnswer> VeryFirst(LearnerAnswers learner, Card card) =>
        [.. learner.To(card).Select(answers => answers[0]).Where(answer => answer.IsTry)];

    private static Share Score(IEnumerable<List<CountedAnswer>> tries) =>
        tries.Where(one => one.Count > 0).Aggregate(default(Share), (sum, one) => sum + Score(one));

    private static Share Score(List<CountedAnswer> tries) =>
        tries.Count == 0 ? default : new Share(tries.TrueForAll(answer => answer.IsRight) ? 1 : 0, 1);

    /// <summary>How many of the other cards a learner knew; null where too few were tried.</summary>
    private static double? Others(List<CountedAnswer> tries, Share all)
    {
        var own = Score(tries);
        var (right, total) = (all.Right - own.Right, all.Total - own.Total);
        return total < LeastOtherCards ? null : (double)right / total;
    }

    private static CardFacts Of(
        Card card,
        List<List<IReadOnlyList<CountedAnswer>>> learners,
        List<(List<CountedAnswer> Try, double? Knows)> firsts
    )
    {
        var answers = learners.SelectMany(items => items).SelectMany(item => item).ToList();
        var compared = firsts.FindAll(one => one is { Try.Count: > 0, Knows: not null });
        var facts = new CardFacts(card, learners.Count(items => items.Count > 0))
        {
            FirstTries = new Share(
                answers.Count(answer => answer is { IsTry: true, IsRight: true }),
                answers.Count(answer => answer.IsTry)
            ),
            Discrimination = Discrimination.Of(
                compared.ConvertAll(one => (Score(one.Try).Right == 1, one.Knows!.Value))
            ),
        };
        return card.Content switch
        {
            ChoiceContent choice => WithOptions(facts, choice, answers, compared),
            ExplainContent explain => facts with { Concepts = ConceptsOf(explain, answers) },
            _ => facts,
        };
    }

    private static CardFacts WithOptions(
        CardFacts facts,
        ChoiceContent choice,
        List<CountedAnswer> answers,
        List<(List<CountedAnswer> Try, double? Knows)> compared
    )
    {
        var marks = OptionMarks.Split(OptionMarks.Of(choice));
        var picks = answers
            .Select(answer => (answer.IsRight, Picked: PickedBy(answer, marks)))
            .Where(pick => pick.Picked is not null)
            .ToList();
        var firsts = compared
            .Select(one => (Picked: PickedBy(one.Try[0], marks), one.Knows))
            .Where(one => one.Picked is not null)
            .ToList();
        return facts with
        {
            Picks = picks.Count,
            WrongPicks = picks.Count(pick => !pick.IsRight),
            Options =
            [
                .. marks.Select(
                    (_, index) =>
                        new OptionFacts(
                            picks.Count(pick => pick.Picked!.Value.Contains(index)),
                            Discrimination.Of(
                                firsts.ConvertAll(one => (one.Picked!.Value.Contains(index), one.Knows!.Value))
                            )
                        )
                ),
            ],
        };
    }

    private static ImmutableArray<int>? PickedBy(CountedAnswer answer, ImmutableArray<string> marks) =>
        answer.Logged.Event is { Given: { Length: > 0 } given, Options: { } options }
            ? new OptionPick(given, OptionMarks.Split(options)).Among(marks)
            : null;

    private static ImmutableArray<ConceptFacts> ConceptsOf(ExplainContent explain, List<CountedAnswer> answers)
    {
        var mark = AnswerFingerprint.Of(explain);
        var count = explain.Concepts.Length;
        var verdicts = answers
            .Select(answer => answer.Logged.Event)
            .Where(review => review.AnswerFingerprint == mark)
            .Select(review => (Automatic: review.AutomaticConcepts ?? "", Final: review.FinalConcepts ?? ""))
            .Where(review => review.Automatic.Length == count && review.Final.Length == count)
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => new ConceptFacts(
                    verdicts.Count,
                    verdicts.Count(verdict => ConceptSigns.IsFound(verdict.Final[index])),
                    verdicts.Count(verdict =>
                        ConceptSigns.IsFound(verdict.Final[index])
                            ? ConceptSigns.IsMissing(verdict.Automatic[index])
                            : ConceptSigns.IsFound(verdict.Automatic[index])
                    )
                )),
        ];
    }
}
