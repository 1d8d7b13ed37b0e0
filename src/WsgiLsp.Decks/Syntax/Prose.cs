using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>How a stretch of prose is set.</summary>
[Flags]
internal enum ProseStyle
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Code, in a line or as a block.</summary>
    Code = 1,

    /// <summary><c>**bold**</c></summary>
    Strong = 2,

    /// <summary><c>*italic*</c></summary>
    Emphasis = 4,

    /// <summary>The text of a link, or an image's description.</summary>
    Link = 8,
}

/// <summary>What a reader sees of some Markdown, without its marks, and where each character of it stands.</summary>
internal sealed class Prose
{
    private readonly List<Run> runs;

    private Prose(string text, List<Run> runs)
    {
        Text = text;
        this.runs = runs;
    }

    /// <summary>Nothing.</summary>
    public static Prose Empty { get; } = new("", []);

    /// <summary>The text; a line break of the source is a space, and blocks are parted by line feeds.</summary>
    public string Text { get; }

    /// <summary>The text in which each character that is set in a style is replaced, so that patterns do not see it.</summary>
    /// <param name="styles">The styles to hide.</param>
    /// <param name="cover">What stands for a hidden character.</param>
    public string Without(ProseStyle styles, char cover = '\uFFFC')
    {
        var result = Text.ToCharArray();
        foreach (var run in runs)
        {
            if ((run.Style & styles) != ProseStyle.None)
            {
                result.AsSpan(run.Start, run.Length).Fill(cover);
            }
        }

        return new string(result);
    }

    /// <summary>The text of some inlines.</summary>
    public static Prose Of(Inline? inline)
    {
        var builder = new Builder();
        builder.Append(inline, ProseStyle.None);
        return builder.Build();
    }

    /// <summary>The text of a block and of all that it holds.</summary>
    public static Prose Of(Block? block) => block is null ? Empty : Of([block]);

    /// <summary>The text of some blocks, one below the other.</summary>
    public static Prose Of(IEnumerable<Block> blocks)
    {
        var builder = new Builder();
        foreach (var block in blocks)
        {
            builder.Append(block);
        }

        return builder.Build();
    }

    /// <summary>Two texts, one below the other.</summary>
    public static Prose Join(Prose first, Prose second)
    {
        if (first.Text.Length == 0 || second.Text.Length == 0)
        {
            return first.Text.Length == 0 ? second : first;
        }

        var start = first.Text.Length + 1;
        var moved = second.runs.Select(run => run with { Start = run.Start + start });
        return new Prose(first.Text + "\n" + second.Text, [.. first.runs, .. moved]);
    }

    /// <summary>The part of the text that stands within a stretch of the source.</summary>
    public Prose Within(TextSpan span)
    {
        var first = 0;
        while (first < Text.Length && Place(first).Start < span.Start)
        {
            first++;
        }

        var end = Text.Length;
        while (end > first && (Place(end - 1).End > span.End || char.IsWhiteSpace(Text[end - 1])))
        {
            end--;
        }

        if (first == 0 && end == Text.Length)
        {
            return this;
        }

        var inside = new List<Run>(runs.Count);
        foreach (var run in runs)
        {
            var cut = Math.Max(first - run.Start, 0);
            var length = Math.Min(run.Start + run.Length, end) - run.Start - cut;
            if (length > 0)
            {
                var isPlain = run.Length == run.SourceLength;
                inside.Add(
                    new Run(
                        run.Start + cut - first,
                        length,
                        isPlain ? run.Source + cut : run.Source,
                        isPlain ? length : run.SourceLength,
                        run.Style
                    )
                );
            }
        }

        return new Prose(Text[first..end], inside);
    }

    /// <summary>How a character is set.</summary>
    public ProseStyle StyleAt(int index)
    {
        foreach (var run in runs)
        {
            if (index >= run.Start && index < run.Start + run.Length)
            {
                return run.Style;
            }
        }

        return ProseStyle.None;
    }

    /// <summary>Where a stretch of the text stands in the source, from its first character to its last one.</summary>
    /// <param name="start">Index of the first character in <see cref="Text"/>.</param>
    /// <param name="length">Number of characters, at least 1.</param>
    public TextSpan Span(int start, int length)
    {
        var (first, _) = Place(start);
        var (_, end) = Place(start + length - 1);
        return TextSpan.FromBounds(first, Math.Max(first, end));
    }

    private (int Start, int End) Place(int index)
    {
        var before = 0;
        foreach (var run in runs)
        {
            if (index < run.Start)
            {
                break;
            }

            before = run.Source + run.SourceLength;
            if (index >= run.Start + run.Length)
            {
                continue;
            }

            // A run that is written otherwise than it is shown, such as an entity, has one place.
            return run.Length == run.SourceLength
                ? (run.Source + index - run.Start, run.Source + index - run.Start + 1)
                : (run.Source, run.Source + run.SourceLength);
        }

        return (before, before);
    }

    /// <summary>Characters that stand together in the source and are set alike.</summary>
    private readonly record struct Run(int Start, int Length, int Source, int SourceLength, ProseStyle Style);

    private sealed class Builder
    {
        private readonly StringBuilder text = new();
        private readonly List<Run> runs = [];

        public Prose Build()
        {
            var lead = 0;
            while (lead < text.Length && char.IsWhiteSpace(text[lead]))
            {
                lead++;
            }

            var end = text.Length;
            while (end > lead && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (lead == 0)
            {
                return new Prose(text.ToString(0, end), runs);
            }

            var moved = runs.ConvertAll(run => run with { Start = run.Start - lead });
            return new Prose(text.ToString(lead, end - lead), moved);
        }

        public void Append(Block block)
        {
            switch (block)
            {
                case CodeBlock code:
                    for (var i = 0; i < code.Lines.Count; i++)
                    {
                        var line = code.Lines.Lines[i].Slice;
                        BreakLine();
                        Append(line.AsSpan(), line.Start, line.Length, ProseStyle.Code);
                    }

                    break;
                case LeafBlock { Inline: { } inline }:
                    BreakLine();
                    Append(inline, ProseStyle.None);
                    break;
                case ContainerBlock container:
                    foreach (var child in container)
                    {
                        Append(child);
                    }

                    break;
                default:
                    break;
            }
        }

        public void Append(Inline? inline, ProseStyle style)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    var escape = literal.IsFirstCharacterEscaped ? 1 : 0;
                    Append(literal.Content.AsSpan(), literal.Span.Start + escape, literal.Content.Length, style);
                    break;
                case CodeInline code:
                    var marks = (code.Span.Length - code.Content.Length) / 2;
                    Append(code.Content, code.Span.Start + marks, code.Content.Length, style | ProseStyle.Code);
                    break;
                case LineBreakInline:
                    Append(" ", inline.Span.Start, inline.Span.Length, style);
                    break;
                case HtmlEntityInline entity:
                    Append(entity.Transcoded.AsSpan(), entity.Span.Start, entity.Span.Length, style);
                    break;
                case AutolinkInline link:
                    Append(link.Url, link.Span.Start + 1, link.Url.Length, style | ProseStyle.Link);
                    break;
                case ContainerInline container:
                    var inner = style | StyleOf(container);
                    for (var child = container.FirstChild; child is not null; child = child.NextSibling)
                    {
                        Append(child, inner);
                    }

                    break;
                default:
                    break;
            }
        }

        private static ProseStyle StyleOf(ContainerInline container) =>
            container switch
            {
                EmphasisInline { DelimiterCount: 2 } => ProseStyle.Strong,
                EmphasisInline => ProseStyle.Emphasis,
                LinkInline => ProseStyle.Link,
                _ => ProseStyle.None,
            };

        private void BreakLine()
        {
            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
            }
        }

        private void Append(ReadOnlySpan<char> shown, int source, int sourceLength, ProseStyle style)
        {
            if (!shown.IsEmpty)
            {
                runs.Add(new Run(text.Length, shown.Length, source, sourceLength, style));
                text.Append(shown);
            }
        }
    }
}
