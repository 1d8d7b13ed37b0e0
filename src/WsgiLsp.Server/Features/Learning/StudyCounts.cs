using System.Runtime.CompilerServices;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>
/// How much sessions of decks would ask, kept until something changes it: clients ask for lenses and actions again and again.
/// Safe to use from several threads.
/// </summary>
internal sealed class StudyCounts
{
    // A deck that was edited is another one, and the one before is let go.
    private readonly ConditionalWeakTable<Deck, Kept> kept = [];

    /// <summary>
    /// What a session of one deck without a limit of its own would ask at a moment: how many items in all, and how many of
    /// them are new, which the day's limit allows.
    /// </summary>
    public (int All, int New) Of(Deck deck, LearnedStates learned, StudySettings settings, StudyMoment moment)
    {
        if (kept.TryGetValue(deck, out var known) && known.Holds(learned, settings, moment))
        {
            return known.Count;
        }

        var count = Count(deck, learned, settings, moment);
        kept.AddOrUpdate(
            deck,
            new Kept(learned, settings, moment, learned.NextStepAfter(moment.Milliseconds) ?? long.MaxValue, count)
        );
        return count;
    }

    private static (int, int) Count(Deck deck, LearnedStates learned, StudySettings settings, StudyMoment moment)
    {
        var items = SessionPlan.Make(
            deck.Cards.ToList(),
            learned.States,
            moment,
            settings.Session with
            {
                Selection = new CardSelection { Decks = [deck.Id] },
                Limit = null,
            }
        );
        return (items.Length, items.Count(item => item.IsNew));
    }

    private sealed record Kept(
        LearnedStates Learned,
        StudySettings Settings,
        StudyMoment Since,
        long Until,
        (int, int) Count
    )
    {
        /// <summary>Whether it is as much at a moment; a clock that was set back is believed.</summary>
        public bool Holds(LearnedStates learned, StudySettings settings, StudyMoment moment) =>
            ReferenceEquals(Learned, learned)
            && ReferenceEquals(Settings, settings)
            && Since.Day == moment.Day
            && moment.Milliseconds >= Since.Milliseconds
            && moment.Milliseconds < Until;
    }
}
