using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
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

        var answered = AnsweredIn(kept, asked, log);
        var states = log.ReadItemStates();
        var open = asked.FindAll(item => !answered.Contains(KeyOf(item)) && !IsSetAside(item, states, log.Today));
        var byKey = CardsByKey.Of(cards);
        var items = open.ConvertAll(item => Find(item, byKey));
        if (items.TrueForAll(item => item is null))
        {
            return null;
        }

        var hasOpen = items[0] is not null;
        return new SessionRest(
            [.. items.OfType<SessionItem>()],
            hasOpen ? [.. kept.Lines.Skip(1).Reverse().TakeWhile(IsNoAnswer).Reverse().Select(line => line.Text)] : [],
            hasOpen ? kept.Draft : ""
        );

        static bool IsNoAnswer(KeptLine line) => line.Reviews.Count == 0;
    }

    /// <summary>The keys of the items that were answered in a session, and whose answer was not taken back.</summary>
    private static HashSet<string> AnsweredIn(KeptSession kept, List<KeptItem> asked, ReviewLog log)
    {
        var reviews = kept
            .Lines.SelectMany(line => line.Reviews)
            .Concat((kept.Renewed?.History ?? []).Select(answer => answer.Review))
            .ToHashSet();
        var histories = log.ReadHistories(
            asked.Select(KeyOf).Distinct(StringComparer.Ordinal),
            events =>
                events
                    .Select(logged => logged.Id)
                    .Except(
                        events
                            .Where(logged => logged.Event.Kind == ReviewEventKind.Undo)
                            .Select(logged => logged.Event.Target ?? default)
                    )
                    .Any(reviews.Contains)
        );
        return [.. histories.Where(one => one.Value).Select(one => one.Key)];
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
