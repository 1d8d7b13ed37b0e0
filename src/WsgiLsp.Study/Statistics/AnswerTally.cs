using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Statistics;

/// <summary>What a learner's answers to an item say of the item: how easy it is, and which of its options were chosen.</summary>
public sealed record AnswerTally
{
    // What the options were at the picks; null where that was never logged.
    private SeenItem? _seen;

    // Since the options are these, oldest first.
    private ImmutableArray<(string Given, bool IsRight)> _picks = [];

    private AnswerTally() { }

    /// <summary>
    /// Facility: how many of the first tries were right. Of each study day the first answer is one, practice included; who is
    /// asked again on that day has just been told.
    /// </summary>
    public Share FirstTries { get; private init; }

    /// <summary>Goes through what happened to an item; what was taken back, or was before a reset, does not count.</summary>
    /// <param name="events">The item's events, in the order of time and id.</param>
    public static AnswerTally Of(IReadOnlyCollection<LoggedEvent> events)
    {
        var takenBack = Targets(ReviewEventKind.Undo).Select(undo => undo.Target).ToHashSet();
        var grades = Targets(ReviewEventKind.Regrade)
            .GroupBy(regrade => regrade.Target!.Value)
            .ToDictionary(regrades => regrades.Key, regrades => regrades.Last().Grade);
        var (first, answeredDay) = (default(Share), default(int?));
        var seen = new List<SeenItem>();
        var picks = ImmutableArray.CreateBuilder<(string, bool)>();
        foreach (var logged in events)
        {
            var happened = logged.Event;
            switch (happened.Kind)
            {
                case ReviewEventKind.Review when !takenBack.Contains(logged.Id):
                    var grade = grades.GetValueOrDefault(logged.Id, happened.Grade) ?? Grade.Again;
                    if (answeredDay != logged.Day)
                    {
                        first += new Share(happened.Correct ?? grade.IsGot() ? 1 : 0, 1);
                        answeredDay = logged.Day;
                    }

                    if (happened is { Correct: { } isRight, Given: { Length: > 0 } given })
                    {
                        picks.Add((given, isRight));
                    }

                    break;
                case ReviewEventKind.Reset or ReviewEventKind.StartFresh:
                    (first, answeredDay) = (default, null);
                    picks.Clear();
                    break;
                case ReviewEventKind.Seen when happened.Given is { } json && SeenItem.Read(json) is { } now:
                    if (!seen.TakeLast(1).Any(now.HasOptionsOf))
                    {
                        picks.Clear();
                    }

                    seen.Add(now);
                    break;
            }
        }

        var last = seen.LastOrDefault();
        return new AnswerTally
        {
            FirstTries = first,
            _seen = last,
            _picks = last?.Kind is CardKind.Choice or CardKind.Multi ? picks.ToImmutable() : [],
        };

        IEnumerable<ReviewEvent> Targets(ReviewEventKind kind) =>
            events.Select(logged => logged.Event).Where(one => one.Kind == kind && one.Target is not null);
    }

    /// <summary>
    /// How often each option of a choice or multi card was chosen, in the deck's order; empty where no pick is known of the
    /// options as they are now.
    /// </summary>
    /// <param name="card">The card, as it may have been edited since.</param>
    public ImmutableArray<int> CountChosen(Card card)
    {
        if (_picks.IsEmpty || card.Content is not ChoiceContent choice || !SeenItem.Of(card, "").HasOptionsOf(_seen!))
        {
            return [];
        }

        var counts = new int[choice.Options.Length];
        var known = 0;
        foreach (var (given, isRight) in _picks)
        {
            var picked = Indices(given, counts.Length);
            if (picked.IsEmpty || ChoiceGrading.Pick(choice, picked, default).Correct != isRight)
            {
                // A key stood elsewhere then, and so did the others in all that was picked before.
                Array.Clear(counts);
                known = 0;
                continue;
            }

            known++;
            foreach (var index in picked)
            {
                counts[index]++;
            }
        }

        return known == 0 ? [] : [.. counts];
    }

    private static ImmutableArray<int> Indices(string given, int count)
    {
        var indices = ImmutableArray.CreateBuilder<int>();
        foreach (var part in given.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= count)
            {
                return [];
            }

            indices.Add(index);
        }

        return indices.ToImmutable();
    }
}
