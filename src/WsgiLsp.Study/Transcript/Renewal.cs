using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// Lets a transcript go on with cards as their decks say them by now. What was answered stays answered, and with its grade;
/// it is only asked again, or shown, in the new words.
/// </summary>
internal static class Renewal
{
    /// <summary>
    /// The state with the cards that are there now. A card that is gone, or cannot be asked as it is, stays as it was; so do
    /// pairs of several cards.
    /// </summary>
    /// <param name="state">The state; not an exam's, which asks what it began with.</param>
    /// <param name="cards">The cards of the session's decks.</param>
    /// <param name="known">Their words, by which typos are told from other words.</param>
    /// <returns>The same state where nothing is new.</returns>
    public static TranscriptState Of(TranscriptState state, IReadOnlyCollection<Card> cards, KnownWords known)
    {
        state = state with { Options = state.Options with { Known = known } };
        var items = state.Slots.Select(slot => slot.Item).Concat(state.Returning.Select(one => one.Item)).ToList();
        var byKey = CardsByKey.Of(cards);
        if (items.TrueForAll(item => ReferenceEquals(byKey.GetValueOrDefault(item.DeckCard.Key), item.DeckCard)))
        {
            return state;
        }

        var asked = items.Where(item => item.Paired.IsEmpty).DistinctBy(item => item.Key).ToList();
        var found = IdentityMatcher
            .Match(
                asked.Select(item => new KnownItem { Id = item.Key, Last = SeenItem.Of(item.DeckCard, item.Name) }),
                cards.SelectMany(SeenItem.AllOf)
            )
            .Decisions.OfType<Identified>()
            .Where(one => one.Evidence < IdentityEvidence.Similarity)
            .ToDictionary(one => one.Known.Id, one => one.Item, StringComparer.Ordinal);
        return state with
        {
            Slots = [.. state.Slots.Select(slot => Renewed(slot, slot.Item, ItemNow(slot.Item)))],
            Returning = [.. state.Returning.Select(one => one with { Item = ItemNow(one.Item) })],
            History = [.. state.History.Select(EntryNow)],
            Phase = state.Phase is OpenItem open ? OpenNow(open) : state.Phase,
        };

        Slot Renewed(Slot slot, SessionItem before, SessionItem now) =>
            slot with
            {
                Item = now,
                Interrupted = slot.Interrupted is { } open ? Reopened(open, before, now, state.Options.Known) : null,
            };

        OpenItem OpenNow(OpenItem open) =>
            Reopened(open, state.Slots[open.Index].Item, ItemNow(state.Slots[open.Index].Item), state.Options.Known);

        HistoryEntry EntryNow(HistoryEntry entry)
        {
            var before = state.Slots[entry.Before.Index].Item;
            var (was, now) = (before.Card.Content, ItemNow(before).Card.Content);
            return entry with
            {
                Before = OpenNow(entry.Before),
                Answer = entry.Answer with
                {
                    AutomaticConcepts = VerdictsNow(entry.Answer.AutomaticConcepts, was, now),
                    FinalConcepts = VerdictsNow(entry.Answer.FinalConcepts, was, now),
                },
            };
        }

        SessionItem ItemNow(SessionItem item)
        {
            if (
                !item.Paired.IsEmpty
                || !found.TryGetValue(item.Key, out var seen)
                || byKey[seen.CardKey] is var card && !SessionPlan.CanAsk(card)
            )
            {
                return item;
            }

            return item.Drill is { } drill
                ? ConceptDrill.ItemOf(card, drill.Text) ?? item
                : item with
                {
                    Card = card,
                    Name = seen.Item,
                    ShownOrder = ShownOrder.Kept(card, item.ShownOrder),
                };
        }
    }

    /// <summary>The verdicts on the concepts that there are now: what nobody asked for, nobody missed.</summary>
    private static ImmutableArray<ConceptVerdict> VerdictsNow(
        ImmutableArray<ConceptVerdict> verdicts,
        CardContent before,
        CardContent now
    ) =>
        !verdicts.IsEmpty && (before, now) is (ExplainContent old, ExplainContent other) && !ReferenceEquals(old, other)
            ?
            [
                .. other
                    .Concepts.Select(concept => old.Concepts.Select(one => one.Text).ToList().IndexOf(concept.Text))
                    .Select(index => index < 0 ? ConceptVerdict.Found : verdicts.ElementAtOrDefault(index)),
            ]
            : verdicts;

    /// <summary>How an item stands open in its new words: what was written stays, as far as it means the same.</summary>
    private static OpenItem Reopened(OpenItem open, SessionItem before, SessionItem now, KnownWords known)
    {
        var hints = Math.Min(open.Hints, now.Card.Content.Hints.Length);
        return (open, now.Card.Content) switch
        {
            _ when ReferenceEquals(before.Card, now.Card) => open,
            _ when before.Card.Kind != now.Card.Kind => new Asking(open.Index) { Hints = hints },
            (Asking asking, ClozeContent cloze)
                when asking.Written.Count >= cloze.Clozes.Count(blank => blank.Item == now.Name) => asking with
            {
                Hints = hints,
                Written = [],
            },
            (JudgingExplain judging, ExplainContent) => judging with
            {
                Hints = hints,
                Report = Examined(judging, (ExplainContent)before.Card.Content, now.Card, known),
            },
            _ => open with { Hints = hints },
        };
    }

    /// <summary>The concepts in what was written; corrections stay where the concepts are the same.</summary>
    private static ConceptReport Examined(JudgingExplain judging, ExplainContent before, Card now, KnownWords known)
    {
        var report = ExplainGrading.Examine(now, judging.Written, known);
        var concepts = ((ExplainContent)now.Content).Concepts;
        return before.Concepts.Select(concept => concept.Text).SequenceEqual(concepts.Select(one => one.Text))
            ? report with
            {
                Final = judging.Report.Final,
            }
            : report;
    }
}
