using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>How the flow of a recall card divides: what goes on with the prompt, the answer, and what explains.</summary>
internal readonly record struct RecallZones
{
    /// <summary>Blocks before this one go on with the prompt.</summary>
    public required int PromptEnd { get; init; }

    /// <summary>The answer's first block.</summary>
    public required int Answer { get; init; }

    /// <summary>The text of a <c>details</c> element that holds the answer, else null.</summary>
    public string? Hidden { get; init; }

    /// <summary>What follows that element.</summary>
    public string After { get; init; }

    /// <summary>
    /// Divides at the first thematic break that has content after it, or at the first <c>details</c> element; without
    /// either, all is answer.
    /// </summary>
    public static RecallZones Divide(SectionSource source, List<BodyBlock> flow)
    {
        for (var i = 0; i < flow.Count; i++)
        {
            if (flow[i].Syntax is ThematicBreakBlock && flow.Skip(i + 1).Any(b => b.Syntax is not ThematicBreakBlock))
            {
                return new RecallZones
                {
                    PromptEnd = i,
                    Answer = i + 1,
                    After = "",
                };
            }

            if (flow[i].Syntax is HtmlBlock && Details.Begins(source.Line(flow[i].Lines.First)))
            {
                var text = source.Markdown(flow[i].Lines with { End = flow[^1].Lines.End });
                var (content, after) = Details.Split(text);
                return new RecallZones
                {
                    PromptEnd = i,
                    Answer = i,
                    Hidden = SectionSource.TrimBlankLines(text.AsSpan(content)),
                    After = SectionSource.TrimBlankLines(text.AsSpan(after)),
                };
            }
        }

        return new RecallZones
        {
            PromptEnd = 0,
            Answer = 0,
            After = "",
        };
    }
}
