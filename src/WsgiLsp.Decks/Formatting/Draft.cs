using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>A section on its way to the canonical form: its text, whose lines end with LF, and its syntax tree.</summary>
internal sealed class Draft
{
    private static readonly MarkdownPipeline Plain = Dialect().Build();

    private static readonly MarkdownPipeline WithFormulas = Dialect().UseMathematics().Build();

    private readonly Lazy<MarkdownDocument?> document;
    private readonly Lazy<VerbatimLines> verbatim;

    public Draft(string text)
    {
        Source = new SectionSource(text);
        document = new(() => Parse(text), isThreadSafe: false);
        verbatim = new(() => new VerbatimLines(Source, Document), isThreadSafe: false);
    }

    public SectionSource Source { get; }

    public string Text => Source.Text;

    /// <summary>The tree; a document without blocks where the text is nested more deeply than Markdig goes.</summary>
    public MarkdownDocument Document => document.Value ?? [];

    /// <summary>Whether the text could be parsed.</summary>
    public bool IsParsed => document.Value is not null;

    /// <summary>
    /// The HTML that the text makes: all that a reader sees. Formulas are no part of CommonMark, so that where there are any
    /// it is the HTML with and without them.
    /// </summary>
    public string Html =>
        HasFormulas(Text) ? Document.ToHtml(WithFormulas) + Markdown.ToHtml(Text, Plain) : Document.ToHtml(Plain);

    /// <summary>Which lines must stay as they are.</summary>
    public VerbatimLines Verbatim => verbatim.Value;

    /// <summary>The blocks of the section itself.</summary>
    public List<BodyBlock> Blocks => BlocksOf(Document, Source.LineCount);

    /// <summary>The blocks of a container with their lines, blank lines at the end left out.</summary>
    /// <param name="container">The container.</param>
    /// <param name="end">The line after its last one.</param>
    public List<BodyBlock> BlocksOf(ContainerBlock container, int end)
    {
        // Where a container ends, Markdig's spans are not always right; where a block begins, they are.
        var blocks = container.Where(block => block is not LinkReferenceDefinitionGroup).ToList();
        var result = new List<BodyBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var first = BodyBlock.FirstLine(Source, blocks[i]);
            var last = (i + 1 < blocks.Count ? BodyBlock.FirstLine(Source, blocks[i + 1]) : end) - 1;
            while (last > first && IsBlank(last))
            {
                last--;
            }

            result.Add(new BodyBlock(blocks[i], new LineRange(first, Math.Max(last, first) + 1)));
        }

        return result;
    }

    /// <summary>Just past a line's text, before its line end.</summary>
    public int LineEnd(int line) => Source.LineStart(line) + Source.Line(line).Length;

    /// <summary>Whether a line has no text.</summary>
    public bool IsBlank(int line) => Source.Line(line).IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>The text after edits.</summary>
    /// <param name="edits">Ascending; they do not overlap.</param>
    public Draft With(IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(Text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            result.Append(Text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return new Draft(result.Append(Text, at, Text.Length - at).ToString());
    }

    /// <summary>What GitHub makes of Markdown, as far as it has blocks or boxes of its own.</summary>
    private static MarkdownPipelineBuilder Dialect() =>
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseTaskLists();

    private static bool HasFormulas(string text) => text.Contains("$$", StringComparison.Ordinal);

    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, HasFormulas(text) ? WithFormulas : Plain);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say "too deeply nested".
            return null;
        }
    }
}

/// <summary>Edits that only make sense together.</summary>
/// <param name="Edits">Ascending; they do not overlap.</param>
internal readonly record struct Change(ImmutableArray<TextEdit> Edits)
{
    /// <summary>A change of one edit.</summary>
    public static Change Of(int start, int end, string text) =>
        new([new TextEdit(TextSpan.FromBounds(start, end), text)]);
}
