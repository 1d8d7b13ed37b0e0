using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Statistics;

/// <summary>What a learner's answers to an item say of the item: how easy it is, and which of its options were chosen.</summary>
public sealed record AnswerTally
{
    // What the options were at the picks that do not say it; null where that was never logged.
    private SeenItem? _seen;

    // Oldest first; of those that do not say what the options were only those since they are the same.
    private ImmutableArray<OptionPick> _picks = [];

    private AnswerTally() { }

    /// <summary>
    /// Facility: how many of the first tries were right. Of each study day the first answer is one, practice included, unless
    /// the answer was looked at just before; who is asked again on that day has just been told.
    /// </summary>
    public Share FirstTries { get; private init; }

    /// <summary>Goes through what happened to an item; what was taken back, or was before a reset, does not count.</summary>
    /// <param name="events">The item's events, in the order of time and id.</param>
    public static AnswerTally Of(IReadOnlyCollection<LoggedEvent> events)
    {
        var first = default(Share);
        var seen = new List<SeenItem>();
        var picks = new List<OptionPick>();
        foreach (var (logged, answer) in CountedAnswer.Walk(events))
        {
            var happened = logged.Event;
            if (answer is { IsPrimed: false })
            {
                first += answer.IsTry ? new Share(answer.IsRight ? 1 : 0, 1) : default;
                if (happened is { Correct: { } isRight, Given: { Length: > 0 } given })
                {
                    picks.Add(new OptionPick(given, isRight, OptionMarks.Split(happened.Options)));
                }
            }

            switch (happened.Kind)
            {
                case ReviewEventKind.Reset or ReviewEventKind.StartFresh:
                    first = default;
                    picks.Clear();
                    break;
                case ReviewEventKind.Seen when happened.Given is { } json && SeenItem.Read(json) is { } now:
                    if (!seen.TakeLast(1).Any(now.HasOptionsOf))
                    {
                        picks.RemoveAll(pick => !pick.IsMarked);
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
            _picks = [.. picks],
        };
    }

    /// <summary>
    /// How often each option of a choice or multi card was chosen, in the deck's order; empty where no pick is known that was
    /// made among any of the options that there are now. An option is known again by what it says.
    /// </summary>
    /// <param name="card">The card, as it may have been edited since.</param>
    public ImmutableArray<int> CountChosen(Card card)
    {
        if (_picks.IsEmpty || card.Content is not ChoiceContent choice)
        {
            return [];
        }

        var marks = OptionMarks.Split(OptionMarks.Of(choice));
        var areTheSame = _seen is not null && SeenItem.Of(card, "").HasOptionsOf(_seen);
        var chosen = new List<ImmutableArray<int>>();
        var guessed = new List<ImmutableArray<int>>();
        foreach (var pick in _picks)
        {
            if (pick.IsMarked)
            {
                if (pick.Among(marks) is { } known)
                {
                    chosen.Add(known);
                }
            }
            else if (areTheSame && pick.Among(choice) is { } likely)
            {
                guessed.Add(likely);
            }
            else
            {
                // A key stood elsewhere then, and so did the others in all that was picked before.
                guessed.Clear();
            }
        }

        chosen.AddRange(guessed);
        var counts = new int[marks.Length];
        foreach (var index in chosen.SelectMany(picked => picked))
        {
            counts[index]++;
        }

        return chosen.Count == 0 ? [] : [.. counts];
    }
}
