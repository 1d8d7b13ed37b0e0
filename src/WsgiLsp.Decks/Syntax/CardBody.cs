using System.Collections.Immutable;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A callout among the text of a card.</summary>
/// <param name="Index">How many blocks of text stand before it.</param>
/// <param name="Role">What it is to the card.</param>
/// <param name="Block">Its block.</param>
internal sealed record PlacedCallout(int Index, CalloutRole Role, BodyBlock Block);

/// <summary>A card's body, sorted into what stands in the flow of text and callouts.</summary>
internal sealed class CardBody
{
    private readonly SectionSource source;
    private readonly List<PlacedCallout> callouts = [];

    /// <summary>Sorts the blocks of a body.</summary>
    /// <param name="source">The section.</param>
    /// <param name="blocks">The blocks below heading and metadata.</param>
    /// <param name="hasRubric">Whether the first callout with a list may be a rubric; else it is text like any other.</param>
    public CardBody(SectionSource source, IEnumerable<BodyBlock> blocks, bool hasRubric)
    {
        this.source = source;
        foreach (var block in blocks)
        {
            var role = Callout.RoleOf(source, block);
            if (block.Syntax is HtmlBlock && MetadataComment.Begins(source.Text, source.Span(block.Lines).Start))
            {
                continue;
            }

            if (
                hasRubric
                && role == CalloutRole.Rubric
                && Rubric.IsEmpty
                && Syntax.Rubric.Read(source, block.Syntax!) is { IsEmpty: false } rubric
            )
            {
                Rubric = rubric;
                RubricLines = block.Lines;
            }
            else if (role is CalloutRole.Hint or CalloutRole.Explanation)
            {
                callouts.Add(new PlacedCallout(Flow.Count, role.Value, block));
            }
            else
            {
                Flow.Add(block);
            }
        }
    }

    /// <summary>Blocks that are not callouts.</summary>
    public List<BodyBlock> Flow { get; } = [];

    /// <summary>Callouts but the rubric, in order.</summary>
    public IReadOnlyList<PlacedCallout> Callouts => callouts;

    /// <summary>The concepts of the first rubric.</summary>
    public ImmutableArray<PlacedConcept> Rubric { get; } = [];

    /// <summary>Where the rubric stands.</summary>
    public LineRange RubricLines { get; }

    /// <summary>Hints: tips that no answer stands before.</summary>
    /// <param name="answer">Index in <see cref="Flow"/> of the answer's first block.</param>
    public ImmutableArray<string> Hints(int answer) =>
        callouts.Count == 0
            ? []
            : [.. callouts.Where(c => c.Role == CalloutRole.Hint && c.Index <= answer).Select(Text)];

    /// <summary>Some blocks of the flow, with the tips among and after them, as Markdown.</summary>
    /// <param name="first">Index of the first block.</param>
    /// <param name="end">Index after the last block.</param>
    /// <param name="answer">Index of the answer's first block; tips after it are part of the text.</param>
    public string Markdown(int first, int end, int answer)
    {
        if (callouts.Count == 0 && end - first <= 1)
        {
            return end > first ? source.Markdown(Flow[first].Lines) : "";
        }

        var parts = new List<string>();
        var last = end == Flow.Count ? end : end - 1;
        for (var i = first; i <= last; i++)
        {
            if (i > answer)
            {
                var at = i;
                parts.AddRange(callouts.Where(c => c.Role == CalloutRole.Hint && c.Index == at).Select(Text));
            }

            if (i < end)
            {
                parts.Add(source.Markdown(Flow[i].Lines));
            }
        }

        return Join(parts);
    }

    /// <summary>What the callouts explain, after some text that explains as well.</summary>
    public string Explanation(string text) =>
        callouts.Count == 0
            ? text
            : Join([text, .. callouts.Where(c => c.Role == CalloutRole.Explanation).Select(Text)]);

    /// <summary>Joins parts by blank lines.</summary>
    public static string Join(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    private string Text(PlacedCallout callout) => Callout.Text(source, callout.Block);
}
