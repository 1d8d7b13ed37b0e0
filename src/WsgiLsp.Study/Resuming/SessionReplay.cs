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
            Concept = item.Drill?.Text,
        };

    /// <summary>Plays a session again; null where its decks say something else by now.</summary>
    /// <param name="kept">The session.</param>
    /// <param name="cards">The decks' cards.</param>
    /// <param name="options">What the learner set.</param>
    public static ReplayedSession? Run(KeptSession kept, IEnumerable<Card> cards, TranscriptOptions options)
    {
        options = options with { LeftOut = kept.LeftOut };
        if (BeginningOf(kept, cards, options) is not { } begin || kept.Lines.Count == 0)
        {
            return null;
        }

        TranscriptState? state = null;
        Guid? exam = null;
        var answers = ImmutableDictionary.CreateBuilder<int, Guid>();
        answers.AddRange(
            (kept.Renewed?.History ?? []).Select(answer => KeyValuePair.Create(answer.Number, answer.Review))
        );
        var opening = ImmutableArray<string>.Empty;
        var typed = ImmutableArray.CreateBuilder<TypedLine>();
        var askedAfter = 0;
        foreach (var line in kept.Lines)
        {
            var view = new ReplayedView(line.World);
            var step = state is null ? begin(view) : TranscriptMachine.Step(state, line.Text, view);
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

    /// <summary>An item as it was kept; null where its card is gone, or has something else to pick from.</summary>
    public static SessionItem? Find(KeptItem kept, Dictionary<string, Card> byKey) =>
        !byKey.TryGetValue(kept.Card, out var card) ? null
        : kept.Concept is { } concept ? ConceptDrill.ItemOf(card, concept)
        : card.Items.Contains(kept.Name)
        && SessionPlan.CanAsk(card)
        && kept.Shown.Order().SequenceEqual(ShownOrder.Of(card, seed: 0).Order())
            ? ItemOf(kept, card)
        : null;

    /// <summary>An item as it was kept, with its card.</summary>
    public static SessionItem ItemOf(KeptItem kept, Card card) =>
        new()
        {
            Card = card,
            Name = kept.Name,
            IsNew = kept.IsNew,
            IsSuspended = kept.IsSuspended,
            IsExam = kept.IsExam,
            IsPractice = kept.IsPractice,
            ShownOrder = [.. kept.Shown],
            FormerAnswer = kept.FormerAnswer,
        };

    /// <summary>The step that it begins with, or where its decks last said something else; null where they do again.</summary>
    private static Func<IStudyView, TranscriptStep>? BeginningOf(
        KeptSession kept,
        IEnumerable<Card> cards,
        TranscriptOptions options
    )
    {
        if (kept.Renewed is not null)
        {
            return kept.Renewed.Restore(cards, options) is { } state
                ? view => TranscriptMachine.Reopen(state, kept.Title, view, kept.Sheet?.Id)
                : null;
        }

        var byKey = CardsByKey.Of(cards);
        var items = kept.Items.ConvertAll(one => Find(one, byKey));
        return items.Contains(null)
            ? null
            : view =>
                TranscriptMachine.Start([.. items.OfType<SessionItem>()], kept.Title, view, options, kept.Sheet?.Id);
    }
}
