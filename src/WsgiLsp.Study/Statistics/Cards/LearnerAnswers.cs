using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics.Cards;

/// <summary>What one learner answered to some cards. Immutable.</summary>
public sealed class LearnerAnswers
{
    private readonly ImmutableDictionary<string, IReadOnlyList<CountedAnswer>> _items;

    private LearnerAnswers(ImmutableDictionary<string, IReadOnlyList<CountedAnswer>> items) => _items = items;

    /// <summary>Of who answered nothing.</summary>
    public static LearnerAnswers None { get; } =
        new(ImmutableDictionary.Create<string, IReadOnlyList<CountedAnswer>>(StringComparer.Ordinal));

    /// <summary>Reads them from the learner's log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cards">The cards.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static LearnerAnswers Read(ReviewLog log, IEnumerable<Card> cards) =>
        None.ReadAgain(log, cards.SelectMany(KeysOf).Distinct(StringComparer.Ordinal));

    /// <summary>The same answers, but for some items as the learner's log has them now.</summary>
    /// <param name="log">The log.</param>
    /// <param name="items">The keys of the items, each once.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public LearnerAnswers ReadAgain(ReviewLog log, IEnumerable<string> items) =>
        new(_items.SetItems(log.ReadHistories(items, CountedAnswer.Of)));

    /// <summary>Takes them from events: each item's own, in the order of time and id.</summary>
    internal static LearnerAnswers Of(IEnumerable<LoggedEvent> events) =>
        new(
            events
                .Where(logged => logged.Event.Item is not null)
                .GroupBy(logged => logged.Event.Item!, StringComparer.Ordinal)
                .ToImmutableDictionary(item => item.Key, item => CountedAnswer.Of([.. item]), StringComparer.Ordinal)
        );

    /// <summary>The answers to a card, item by item, that its learner had not looked at just before.</summary>
    internal IEnumerable<IReadOnlyList<CountedAnswer>> To(Card card) =>
        KeysOf(card)
            .Select(key => _items.GetValueOrDefault(key, []))
            .Select(answers => answers.Where(answer => !answer.IsPrimed).ToList())
            .Where(answers => answers.Count > 0);

    private static IEnumerable<string> KeysOf(Card card) => card.Items.Select(name => SessionItem.KeyOf(card, name));
}
