using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Cards;

/// <summary>An option of a question.</summary>
/// <param name="Text">What it says, phrasing content.</param>
/// <param name="IsRight">Whether it is to be chosen.</param>
/// <param name="Feedback">What is said to who picks it, blocks; may be empty.</param>
public sealed record OptionHtml(string Text, bool IsRight, string Feedback);

/// <summary>Two things that belong together, phrasing content.</summary>
/// <param name="Left">The first.</param>
/// <param name="Right">The second.</param>
public sealed record PairHtml(string Left, string Right);

/// <summary>
/// The parts of a card as safe HTML, each made when it is asked for. What is asked and what answers are apart, so that a page
/// shows the second when it is time. Absent parts are empty.
/// </summary>
/// <param name="card">The card.</param>
/// <param name="options">What is known of the page and the deck.</param>
public sealed class CardHtml(Card card, SafeHtmlOptions options)
{
    private readonly SafeHtmlOptions label = options with { HasLinks = false };

    /// <summary>The groups that it stands in, outermost first, phrasing content.</summary>
    public string Context => string.Join(" › ", card.Path.Select(SafeHtml.Escape));

    /// <summary>The heading, phrasing content without links; blanks are shown as such.</summary>
    public string Title
    {
        get
        {
            var title = SafeHtml.Inline(Asked.Split('\n')[0], label with { Blanks = EmptyBlanks });
            return title.Length > 0 ? title : SafeHtml.Escape(card.Id);
        }
    }

    /// <summary>What goes on with the question below the heading, blocks.</summary>
    public string Prompt
    {
        get
        {
            var lines = Asked.Split('\n', 2);
            return lines.Length < 2 ? "" : Blocks(lines[1], EmptyBlanks);
        }
    }

    /// <summary>Hints, in the order in which they are revealed, blocks.</summary>
    public ImmutableArray<string> Hints => [.. card.Content.Hints.Select(hint => Blocks(hint))];

    /// <summary>The options of a choice or multi card in the deck's order; for a true-false card <c>True</c> and <c>False</c>.</summary>
    public ImmutableArray<OptionHtml> Options =>
        card.Content switch
        {
            ChoiceContent choice =>
            [
                .. choice.Options.Select(option => new OptionHtml(
                    SafeHtml.Inline(option.Text, label),
                    option.Correct,
                    Blocks(option.Feedback)
                )),
            ],
            TrueFalseContent statement =>
            [
                new OptionHtml("True", statement.IsTrue, ""),
                new OptionHtml("False", !statement.IsTrue, ""),
            ],
            _ => [],
        };

    /// <summary>The items of an order card in the right order, phrasing content without links.</summary>
    public ImmutableArray<string> Items =>
        card.Content is OrderContent order ? [.. order.Items.Select(item => SafeHtml.Inline(item, label))] : [];

    /// <summary>The pairs of a match card, phrasing content without links.</summary>
    public ImmutableArray<PairHtml> Pairs =>
        card.Content is MatchContent match
            ?
            [
                .. match.Pairs.Select(pair => new PairHtml(
                    SafeHtml.Inline(pair.Left, label),
                    SafeHtml.Inline(pair.Right, label)
                )),
            ]
            : [];

    /// <summary>The concepts of an explain card, phrasing content without links.</summary>
    public ImmutableArray<string> Concepts =>
        card.Content is ExplainContent explain
            ? [.. explain.Concepts.Select(concept => SafeHtml.Inline(concept.Text, label))]
            : [];

    /// <summary>
    /// What is revealed, blocks: for choices the right options, for a cloze card its text with the blanks filled, for an
    /// explain card the model answer.
    /// </summary>
    public string Answer =>
        card.Content switch
        {
            ClozeContent cloze => Blocks(Blanked(cloze), FilledBlanks(cloze)),
            TrueFalseContent statement => $"<p>{(statement.IsTrue ? "True" : "False")}</p>\n",
            ChoiceContent choice => string.Concat(
                choice.Options.Where(option => option.Correct).Select(option => Blocks(option.Text))
            ),
            var other => Blocks(other.Answer),
        };

    /// <summary>What is said after the verdict, blocks.</summary>
    public string Explanation => Blocks(card.Content.Explanation);

    private string Asked =>
        card.Content is ClozeContent cloze ? BlankText.Of(cloze.Text, cloze.Clozes) : card.Content.Prompt;

    /// <summary>The text, without the heading where that has no blank.</summary>
    private string Blanked(ClozeContent cloze)
    {
        var heading = Asked.IndexOf('\n', StringComparison.Ordinal);
        return heading < 0 || cloze.Clozes[0].Start < cloze.Text.IndexOf('\n', StringComparison.Ordinal)
            ? Asked
            : Asked[(heading + 1)..];
    }

    private ImmutableArray<string> EmptyBlanks =>
        card.Content is ClozeContent cloze
            ? [.. cloze.Clozes.Select(blank => $"<span class=\"blank\">{SafeHtml.Escape(Shown(blank))}</span>")]
            : [];

    private ImmutableArray<string> FilledBlanks(ClozeContent cloze) =>
        [.. cloze.Clozes.Select(blank => $"<mark>{SafeHtml.Inline(blank.Answer, options)}</mark>")];

    private static string Shown(Cloze blank) => $"[{(blank.Hint.Length > 0 ? blank.Hint : "…")}]";

    private string Blocks(string markdown, ImmutableArray<string> blanks = default) =>
        markdown.Length == 0
            ? ""
            : SafeHtml.Of(markdown, blanks.IsDefaultOrEmpty ? options : options with { Blanks = blanks });
}
