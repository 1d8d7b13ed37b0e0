using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>A kept session, brought to where it was.</summary>
/// <param name="State">Where the transcript is.</param>
/// <param name="Opening">The transcript's head and its first question.</param>
/// <param name="Typed">All that the learner typed.</param>
/// <param name="Answers">The reviews that were logged, by the numbers of the answers.</param>
/// <param name="Exam">The first review of an exam; null where there is none.</param>
internal sealed record ReplayedSession(
    TranscriptState State,
    ImmutableArray<string> Opening,
    ImmutableArray<TypedLine> Typed,
    ImmutableDictionary<int, Guid> Answers,
    Guid? Exam
)
{
    private const int HeadLines = 2;

    /// <summary>Number of the lines that were typed before the open item was asked.</summary>
    public required int AskedAfter { get; init; }

    /// <summary>The transcript's head, and the open item's question.</summary>
    public ImmutableArray<string> Reopening
    {
        get
        {
            if (AskedAfter == 0)
            {
                return Opening;
            }

            var reply = Typed[AskedAfter - 1].Reply;
            return [.. Opening.Take(HeadLines), .. reply[TranscriptMarks.QuestionIn(reply)..]];
        }
    }
}

/// <summary>Plays kept sessions again.</summary>
internal static class SessionReplay
{
    private const int MarkLength = 16;

    /// <summary>A mark of what was said, to compare.</summary>
    public static string MarkOf(ImmutableArray<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..MarkLength];

    /// <summary>How an item is kept.</summary>
    public static KeptItem Keep(SessionItem item) =>
        new()
        {
            Card = item.Card.Key,
            Name = item.Name,
            IsNew = item.IsNew,
            IsSuspended = item.IsSuspended,
            IsExam = item.IsExam,
            IsPractice = item.IsPractice,
            Shown = [.. item.ShownOrder],
            FormerAnswer = item.FormerAnswer,
        };

    /// <summary>Plays a session again; null where its decks say something else by now.</summary>
    /// <param name="kept">The session.</param>
    /// <param name="cards">The decks' cards.</param>
    /// <param name="options">What the learner set.</param>
    public static ReplayedSession? Run(KeptSession kept, IEnumerable<Card> cards, TranscriptOptions options)
    {
        if (Items(kept, cards) is not { } items || kept.Lines.Count == 0)
        {
            return null;
        }

        TranscriptState? state = null;
        Guid? exam = null;
        var answers = ImmutableDictionary.CreateBuilder<int, Guid>();
        var opening = ImmutableArray<string>.Empty;
        var typed = ImmutableArray.CreateBuilder<TypedLine>();
        var askedAfter = 0;
        foreach (var line in kept.Lines)
        {
            var view = new ReplayedView(line.World);
            var step = state is null
                ? TranscriptMachine.Start(
                    items,
                    kept.Title,
                    view,
                    options with
                    {
                        LeftOut = kept.LeftOut,
                    },
                    kept.Sheet?.Id
                )
                : TranscriptMachine.Step(state, line.Text, view);
            var graded = step.Effects.OfType<AnswerGraded>().ToList();
            if (!view.IsSpent || MarkOf(step.Lines) != line.Said || graded.Count != line.Reviews.Count)
            {
                return null;
            }

            foreach (var (answer, review) in graded.Zip(line.Reviews))
            {
                answers[answer.Number] = review;
                exam ??= answer.Item.IsExam ? review : null;
            }

            if (state is null)
            {
                opening = step.Lines;
            }
            else
            {
                typed.Add(new TypedLine(line.Text, step.Lines));
                askedAfter = ReferenceEquals(step.State.Current, state.Current) ? askedAfter : typed.Count;
            }

            state = step.State;
        }

        return new ReplayedSession(state!, opening, typed.ToImmutable(), answers.ToImmutable(), exam)
        {
            AskedAfter = askedAfter,
        };
    }

    private static ImmutableArray<SessionItem>? Items(KeptSession kept, IEnumerable<Card> cards)
    {
        var byKey = CardsByKey.Of(cards);
        var items = ImmutableArray.CreateBuilder<SessionItem>(kept.Items.Count);
        foreach (var one in kept.Items)
        {
            if (
                !byKey.TryGetValue(one.Card, out var card)
                || !card.Items.Contains(one.Name)
                || !SessionPlan.CanAsk(card)
                || !one.Shown.Order().SequenceEqual(ShownOrder.Of(card, seed: 0).Order())
            )
            {
                return null;
            }

            items.Add(
                new SessionItem
                {
                    Card = card,
                    Name = one.Name,
                    IsNew = one.IsNew,
                    IsSuspended = one.IsSuspended,
                    IsExam = one.IsExam,
                    IsPractice = one.IsPractice,
                    ShownOrder = [.. one.Shown],
                    FormerAnswer = one.FormerAnswer,
                }
            );
        }

        return items.DrainToImmutable();
    }
}
