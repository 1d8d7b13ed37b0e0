using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>How a round went: what its Result tells.</summary>
public sealed record TranscriptResult
{
    /// <summary>The first answer to each item, in the order of their numbers.</summary>
    public required ImmutableArray<ResultLine> Answers { get; init; }

    /// <summary>Number of items that count, answered or not.</summary>
    public required int Items { get; init; }

    /// <summary>Of an exam: its rules; else null.</summary>
    internal ExamRules? Exam { get; init; }

    /// <summary>Number of items that were got.</summary>
    public int Got => Answers.Count(answer => answer.IsGot);

    /// <summary>Whether an exam is passed; null where it is none.</summary>
    public bool? IsPassed => Exam is null ? null : Got * 100 >= ExamRules.PassPercent * Items && Items > 0;

    /// <summary>What was got of each level, in their order. Empty but for an exam.</summary>
    public ImmutableArray<ResultShare> Levels =>
        Shares<CardLevel>(card => card.Level is { } level ? [level] : [], level => level.Name());

    /// <summary>What was got of each tag, by their names. Empty but for an exam.</summary>
    public ImmutableArray<ResultShare> Tags => Shares(card => card.Tags, tag => tag);

    /// <summary>How many of those who said how sure they were, were right; nothing of what nobody said.</summary>
    public ImmutableArray<(Certainty Certainty, int Count, int Right)> Certainties =>
        [
            .. Enum.GetValues<Certainty>()
                .Select(certainty =>
                    (Certainty: certainty, Of: Answers.Where(a => a.Answer.Help.Certainty == certainty).ToList())
                )
                .Where(pair => pair.Of.Count > 0)
                .Select(pair => (pair.Certainty, pair.Of.Count, pair.Of.Count(a => a.Answer.Correct == true))),
        ];

    /// <summary>The numbers of the items whose answers were sure and wrong.</summary>
    public ImmutableArray<int> SureAndWrong =>
        [.. Answers.Where(a => a.Answer.Help.Certainty == Certainty.Sure && !a.IsGot).Select(answer => answer.Number)];

    /// <summary>How it went, in sentences.</summary>
    public ImmutableArray<string> Score => [.. ResultText.Score(this)];

    /// <summary>Whether who was sure was right, in lines; empty where nobody said so.</summary>
    public ImmutableArray<string> Calibration => [.. ResultText.Certainties(this)];

    /// <summary>How a round stands now; of an exam only at its end.</summary>
    internal static TranscriptResult Of(TranscriptState state) =>
        new()
        {
            Answers =
            [
                .. state.FirstAnswers.Select(entry => new ResultLine(
                    entry.Before.Index + 1,
                    state.Slots[entry.Before.Index].Item,
                    entry.Answer
                )
                {
                    Verdict = entry.Verdict,
                }),
            ],
            Items = state.Exam is null
                ? state.FirstAnswers.Count()
                : state
                    .Slots.Where(
                        (slot, index) => !slot.IsSetAside || state.History.Exists(entry => entry.Before.Index == index)
                    )
                    .Count(),
            Exam = state.Exam,
        };

    private ImmutableArray<ResultShare> Shares<T>(Func<Card, IEnumerable<T>> of, Func<T, string> name)
        where T : notnull =>
        Exam is null
            ? []
            :
            [
                .. Answers
                    .SelectMany(answer => of(answer.Item.Card).Select(one => (One: one, answer.IsGot)))
                    .GroupBy(pair => pair.One)
                    .OrderBy(group => group.Key)
                    .Select(group => new ResultShare(name(group.Key), group.Count(pair => pair.IsGot), group.Count())),
            ];
}

/// <summary>An answer as a Result tells it.</summary>
/// <param name="Number">The item's number in the transcript, from 1.</param>
/// <param name="Item">The item.</param>
/// <param name="Answer">The answer, with the grade that counts.</param>
public sealed record ResultLine(int Number, SessionItem Item, GradedAnswer Answer)
{
    /// <summary>What an exam says of the answer in the end, Markdown, a line each; empty where that was said before.</summary>
    public ImmutableArray<string> Verdict { get; init; } = [];

    /// <summary>Whether it counts as got.</summary>
    public bool IsGot => Answer.Grade.IsGot();

    /// <summary>The item in a list: its first line as plain text.</summary>
    public string Title => TranscriptText.Title(Item);
}

/// <summary>What was got of some items.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Got">How many were got.</param>
/// <param name="Total">How many they are, at least 1.</param>
public sealed record ResultShare(string Name, int Got, int Total);
