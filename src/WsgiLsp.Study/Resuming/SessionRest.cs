using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Resuming;

/// <summary>
/// What is left of a session that cannot be played again, since its decks or its learner's settings are others by now: what
/// was not answered, and is there still.
/// </summary>
/// <param name="Items">What to ask, in the session's order; at least one item.</param>
/// <param name="Written">
/// The lines typed since the last answer, where what stood open is asked first; else empty. Some of them may be no answer.
/// </param>
/// <param name="Draft">What was typed of the next line, where what stood open is asked first; else empty.</param>
internal sealed record SessionRest(ImmutableArray<SessionItem> Items, ImmutableArray<string> Written, string Draft)
{
    /// <summary>Looks for the rest of a session.</summary>
    /// <param name="kept">The session.</param>
    /// <param name="log">The log.</param>
    /// <param name="cards">The cards of its decks.</param>
    /// <returns>
    /// Null where nothing is left, for an exam, whose questions belong together, and for a sheet, on which the answers stand.
    /// </returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static SessionRest? Of(KeptSession kept, ReviewLog log, IEnumerable<Card> cards)
    {
        List<KeptItem> asked = kept.Renewed is { } renewed
            ? [.. renewed.Slots.Where(slot => slot.BroughtBy is null && !slot.IsSetAside).Select(slot => slot.Item)]
            : kept.Items;
        if (kept.IsFinished || kept.Sheet is { IsPanel: false } || asked.Exists(item => item.IsExam))
        {
            return null;
        }

        var answers = AnswersIn(kept, asked, log);
        var states = log.ReadItemStates();
        var open = asked.FindAll(item =>
            item.Concept is null && !answers.ContainsKey(KeyOf(item)) && !IsSetAside(item, states, log.Today)
        );
        var byKey = CardsByKey.Of(cards);
        var items = open.ConvertAll(item => Find(item, byKey));
        ImmutableArray<SessionItem> all =
        [
            .. items.OfType<SessionItem>(),
            .. DrillsIn(kept, asked, answers, byKey).DistinctBy(item => (item.Key, item.Drill!.Concept)),
        ];
        if (all.IsEmpty)
        {
            return null;
        }

        var hasOpen = items is [not null, ..];
        return new SessionRest(
            all,
            hasOpen ? [.. kept.Lines.Skip(1).Reverse().TakeWhile(IsNoAnswer).Reverse().Select(line => line.Text)] : [],
            hasOpen ? kept.Draft : ""
        );

        static bool IsNoAnswer(KeptLine line) => line.Reviews.Count == 0;
    }

    /// <summary>The answers of a session that were not taken back, oldest first, by the keys of their items.</summary>
    private static Dictionary<string, ImmutableArray<ReviewEvent>> AnswersIn(
        KeptSession kept,
        List<KeptItem> asked,
        ReviewLog log
    )
    {
        var reviews = kept
            .Lines.SelectMany(line => line.Reviews)
            .Concat((kept.Renewed?.History ?? []).Select(answer => answer.Review))
            .ToHashSet();
        var histories = log.ReadHistories(
            asked.Select(KeyOf).Distinct(StringComparer.Ordinal),
            events =>
            {
                var takenBack = events
                    .Where(logged => logged.Event.Kind == ReviewEventKind.Undo)
                    .Select(logged => logged.Event.Target)
                    .ToHashSet();
                return events
                    .Where(logged => reviews.Contains(logged.Id) && !takenBack.Contains(logged.Id))
                    .Select(logged => logged.Event)
                    .ToImmutableArray();
            }
        );
        return histories
            .Where(one => !one.Value.IsEmpty)
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
    }

    /// <summary>The concepts that explanations missed and that were not asked for: what waited already, and what was to come.</summary>
    private static IEnumerable<SessionItem> DrillsIn(
        KeptSession kept,
        List<KeptItem> asked,
        Dictionary<string, ImmutableArray<ReviewEvent>> answers,
        Dictionary<string, Card> byKey
    )
    {
        var waiting = (kept.Renewed?.Slots.Select(slot => slot.Item) ?? kept.Items).Where(item =>
            item.Concept is not null
        );
        foreach (var item in waiting.Select(item => SessionReplay.Find(item, byKey)).OfType<SessionItem>())
        {
            if (!IsDrilled(item))
            {
                yield return item;
            }
        }

        foreach (var key in asked.Select(KeyOf).Distinct(StringComparer.Ordinal))
        {
            var missed = answers.GetValueOrDefault(key, []).LastOrDefault(review => review.FinalConcepts is not null);
            if (
                missed is null
                || !byKey.TryGetValue(key, out var card)
                || AnswerFingerprint.Of(card.Content) != missed.AnswerFingerprint
            )
            {
                continue;
            }

            foreach (var concept in ConceptDrill.MissedIn(missed))
            {
                if (ConceptDrill.ItemOf(card, concept) is { } item && !IsDrilled(item))
                {
                    yield return item;
                }
            }
        }

        bool IsDrilled(SessionItem item) =>
            answers.GetValueOrDefault(item.Key, []).Any(review => ConceptDrill.IndexIn(review) == item.Drill!.Concept);
    }

    private static bool IsSetAside(KeptItem item, ItemStates states, int today) =>
        states[KeyOf(item)] is var state && ((state.IsSuspended && !item.IsSuspended) || state.IsBuriedOn(today));

    /// <summary>The item with the card that is there now; null where none is, or it cannot be asked.</summary>
    private static SessionItem? Find(KeptItem kept, Dictionary<string, Card> byKey) =>
        byKey.GetValueOrDefault(kept.Card) is { } card && card.Items.Contains(kept.Name) && SessionPlan.CanAsk(card)
            ? SessionReplay.ItemOf(kept, card) with
            {
                ShownOrder = ShownOrder.Kept(card, [.. kept.Shown]),
            }
            : null;

    private static string KeyOf(KeptItem item) => ItemKey.Of(item.Card, item.Name);
}
