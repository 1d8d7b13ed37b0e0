using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Panel;

/// <summary>Makes cards for a panel of what the transcript says of them. What is not revealed is left out here.</summary>
/// <param name="decks">Where the cards stand, and how their texts become HTML.</param>
internal sealed class PanelCards(PanelDecks decks)
{
    private static readonly ImmutableArray<(string Mark, bool Says, string Text)> Truths =
    [
        ("t", true, "True"),
        ("f", false, "False"),
    ];

    /// <summary>The open item, as far as it was revealed.</summary>
    public PanelCard Of(OpenQuestion open)
    {
        var (item, content) = (open.Item, open.Item.Card.Content);
        var card = Asked(item, open.Number) with
        {
            HintsHtml = [.. content.Hints.Take(open.Hints).Select(hint => decks.Html(item.Card, hint))],
            Written = string.Join('\n', open.Written),
            Blanks =
            [
                .. Enumerable
                    .Range(0, BlanksOf(item))
                    .Select(index => new PanelBlank(open.Written.ElementAtOrDefault(index))),
            ],
        };
        return open.IsRevealed
            ? Revealed(card, item) with
            {
                Concepts = content is ExplainContent explain ? Concepts(item.Card, explain, open) : [],
            }
            : card;
    }

    /// <summary>An item that a machine judged, with all that there is to say of it.</summary>
    /// <param name="graded">The answer.</param>
    /// <param name="number">The item's number in its round, from 1.</param>
    /// <param name="known">Words that are no typos.</param>
    public PanelCard Judged(AnswerGraded graded, int number, KnownWords known)
    {
        var (item, answer) = (graded.Item, graded.Answer);
        var card = Revealed(Asked(item, number), item);
        var judged = item.Card.Content switch
        {
            ChoiceContent choice => card with { Options = Picked(item, choice, answer) },
            TrueFalseContent statement => card with { Options = Said(statement, answer) },
            OrderContent order => card with { Options = Arranged(item, order, answer) },
            MatchContent match => card with { Options = [], Pairs = Paired(item, match, answer) },
            TypedContent or ClozeContent => card with { Blanks = Compared(item, answer, known) },
            _ => card,
        };
        return judged with { Verdict = PanelVerdicts.Of(answer, judged.Blanks) };
    }

    /// <summary>The question, and nothing else.</summary>
    private PanelCard Asked(SessionItem item, int number)
    {
        var card = item.Card;
        var (title, body) = Split(item.Prompt);
        return new PanelCard
        {
            Number = number,
            Kind = card.Kind.Name(),
            New = item.IsNew,
            Context = string.Join(" › ", card.Path),
            Level = card.Level?.Name(),
            Place = decks.PlaceOf(card),
            TitleHtml = decks.Phrase(card, title),
            BodyHtml = decks.Html(card, body),
            Options = card.Content switch
            {
                ChoiceContent =>
                [
                    .. item.ShownOptions.Select((shown, at) => Option(card, Letter(at), shown.Option.Text)),
                ],
                TrueFalseContent => [.. Truths.Select(truth => new PanelOption(truth.Mark, truth.Text))],
                OrderContent order =>
                [
                    .. item.ShownOrder.Select((index, at) => Option(card, Digit(at), order.Items[index])),
                ],
                MatchContent match =>
                [
                    .. item.ShownOrder.Select((index, at) => Option(card, Letter(at), match.Pairs[index].Right)),
                ],
                _ => [],
            },
            Pairs = card.Content is MatchContent pairs
                ? [.. pairs.Pairs.Select((pair, at) => new PanelPair(Digit(at), decks.Phrase(card, pair.Left)))]
                : [],
        };
    }

    /// <summary>The same with its answer, and what belongs to that.</summary>
    private PanelCard Revealed(PanelCard card, SessionItem item)
    {
        var (said, content) = (item.Card, item.Card.Content);
        var answer = content is RecallContent or ExplainContent or TypedContent or ClozeContent ? item.Answer : "";
        return card with
        {
            AnswerHtml = answer.Length > 0 ? decks.Html(said, answer) : null,
            ExplanationHtml = content.Explanation.Length > 0 ? decks.Html(said, content.Explanation) : null,
            ChangedHtml = AnswerText.Changed(item) is { } changed ? decks.Html(said, changed) : null,
        };
    }

    private ImmutableArray<PanelConcept> Concepts(Card card, ExplainContent content, OpenQuestion open) =>
        [
            .. content.Concepts.Select(
                (concept, index) =>
                    new PanelConcept(
                        index + 1,
                        decks.Phrase(card, concept.Text),
                        open.Report!.Final[index].ToString().ToLowerInvariant(),
                        open.GaveUp ? "" : open.Report.Automatic[index].Quote
                    )
                    {
                        Wording =
                            !open.GaveUp && open.Report.Final[index] == ConceptVerdict.Found
                                ? OwnWording.Of(card, index, string.Join('\n', open.Written))
                                : null,
                    }
            ),
        ];

    private ImmutableArray<PanelOption> Picked(SessionItem item, ChoiceContent content, GradedAnswer answer)
    {
        var picked = Indices(answer);

        // Of a choice card with several keys any of them is right.
        var mayMiss = content.IsMulti || answer.Correct != true;
        return
        [
            .. item.ShownOptions.Select(
                (shown, at) =>
                {
                    var isPicked = picked.Contains(shown.Index);
                    var state =
                        isPicked ? (shown.Option.Correct ? PanelMark.Right : PanelMark.Wrong)
                        : shown.Option.Correct && mayMiss ? PanelMark.Missed
                        : PanelMark.None;
                    return Option(item.Card, Letter(at), shown.Option.Text) with
                    {
                        State = state,
                        FeedbackHtml =
                            shown.Option.Feedback.Length > 0 ? decks.Html(item.Card, shown.Option.Feedback) : null,
                    };
                }
            ),
        ];
    }

    private static ImmutableArray<PanelOption> Said(TrueFalseContent content, GradedAnswer answer) =>
        [
            .. Truths.Select(truth => new PanelOption(truth.Mark, truth.Text)
            {
                State =
                    answer.Given.Length > 0 && answer.Given == (truth.Says ? "true" : "false")
                        ? (answer.Correct == true ? PanelMark.Right : PanelMark.Wrong)
                    : truth.Says == content.IsTrue ? PanelMark.Missed
                    : PanelMark.None,
            }),
        ];

    /// <summary>The right order; what was put elsewhere is marked, unless it reads the same.</summary>
    private ImmutableArray<PanelOption> Arranged(SessionItem item, OrderContent content, GradedAnswer answer)
    {
        var given = Indices(answer);
        return
        [
            .. content.Items.Select(
                (text, place) =>
                    Option(item.Card, Digit(item.ShownOrder.IndexOf(place)), text) with
                    {
                        State =
                            given.IsEmpty ? PanelMark.None
                            : content.Items[given[place]] == text ? PanelMark.Right
                            : PanelMark.Wrong,
                    }
            ),
        ];
    }

    private ImmutableArray<PanelPair> Paired(SessionItem item, MatchContent content, GradedAnswer answer)
    {
        var rights = MatchGrading.Rights(answer);
        return
        [
            .. content.Pairs.Select(
                (pair, at) =>
                {
                    var given = rights.IsEmpty ? null : content.Pairs[rights[at]].Right;
                    return new PanelPair(Digit(at), decks.Phrase(item.Card, pair.Left))
                    {
                        GivenHtml = given is null ? null : decks.Phrase(item.Card, given),
                        RightHtml = decks.Phrase(item.Card, pair.Right),
                        State =
                            given is null ? PanelMark.None
                            : given == pair.Right ? PanelMark.Right
                            : PanelMark.Wrong,
                    };
                }
            ),
        ];
    }

    private static ImmutableArray<PanelBlank> Compared(SessionItem item, GradedAnswer answer, KnownWords known)
    {
        if (answer.Given.Length == 0)
        {
            return [];
        }

        var comparison = AnswerComparison.For(item.Card, known);
        var lines = answer.Given.Split('\n');
        return
        [
            .. lines.Select(
                (line, index) =>
                    item.Card.Content switch
                    {
                        TypedContent typed => Blank(TypedGrading.Examine(typed, line, comparison)),
                        ClozeContent cloze => Blank(
                            ClozeGrading.Examine(cloze, ClozeGrading.Blanks(cloze, item.Name)[index], line, comparison)
                        ),
                        _ => new PanelBlank(line),
                    }
            ),
        ];
    }

    private static PanelBlank Blank(AnswerFinding finding) =>
        new(finding.Given)
        {
            State = finding.Verdict switch
            {
                AnswerVerdict.Right => PanelMark.Right,
                AnswerVerdict.Almost => PanelMark.Missed,
                _ => PanelMark.Wrong,
            },
            Right = finding.Nearest,
            Difference = IsNear(finding)
                ?
                [
                    .. finding.Difference.Select(part => new PanelDifference(
                        part.Kind.ToString().ToLowerInvariant(),
                        part.Text
                    )),
                ]
                : [],
        };

    /// <summary>Of two texts that have little in common a difference tells nothing.</summary>
    private static bool IsNear(AnswerFinding finding) =>
        finding.Verdict != AnswerVerdict.Right
        && finding.Difference.Where(part => part.Kind == DiffKind.Same).Sum(part => part.Text.Length) * 2
            >= finding.Nearest.Length;

    private static int BlanksOf(SessionItem item) =>
        item.Card.Content switch
        {
            TypedContent => 1,
            ClozeContent cloze => ClozeGrading.Blanks(cloze, item.Name).Length,
            _ => 0,
        };

    private static ImmutableArray<int> Indices(GradedAnswer answer) =>
        answer.Given.Length == 0
            ? []
            : [.. answer.Given.Split(',').Select(index => int.Parse(index, CultureInfo.InvariantCulture))];

    private PanelOption Option(Card card, string mark, string text) => new(mark, decks.Phrase(card, text));

    private static string Letter(int place) => ((char)('a' + place)).ToString();

    private static string Digit(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The first line, which is the heading's, and the rest.</summary>
    internal static (string Title, string Body) Split(string prompt)
    {
        var lines = prompt.Split('\n', 2);
        return (lines[0], lines.Length > 1 ? lines[1].Trim('\n') : "");
    }
}
