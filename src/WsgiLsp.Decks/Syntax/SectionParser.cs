using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Parses a section and checks it, then lets the syntax tree go.</summary>
internal static class SectionParser
{
    /// <summary>Parses a section. Never fails.</summary>
    /// <param name="text">The section, from its heading on.</param>
    /// <param name="level">The heading's level; 0 for the preamble.</param>
    /// <param name="context">What the text alone does not tell.</param>
    public static Section Parse(string text, int level, SectionContext context)
    {
        var source = new SectionSource(text);
        if (context.Role == SectionRole.Preamble)
        {
            return new Section
            {
                Text = text,
                Context = context,
                Level = 0,
                LineCount = source.LineEndCount,
            };
        }

        var blocks = Blocks(source);
        var heading = blocks.Count > 0 ? blocks[0].Syntax as HeadingBlock : null;
        var title = PlainText.Of(heading?.Inline);
        var span = source.Span(heading is null ? new LineRange(0, 1) : HeadingLines(source, heading));
        var comment = blocks.Count > 1 ? CommentOf(source, blocks[1]) : null;
        var metadata = Metadata(comment, context.Role);
        blocks.RemoveRange(0, Math.Min(blocks.Count, comment is null ? 1 : 2));
        CardContent? content = null;
        CardParser? parser = null;
        if (context.Role == SectionRole.Card)
        {
            var markdown = HeadingMarkdown(source, heading);
            var kind = metadata.Kind ?? context.InheritedKind;
            parser = new CardParser(source, title, markdown, new CardBody(source, blocks, hasRubric: true));
            content = parser.Parse(kind);
            if (parser.HasRubric && content is not ExplainContent)
            {
                // What the author marked as important is part of the answer then.
                parser = new CardParser(source, title, markdown, new CardBody(source, blocks, hasRubric: false));
                content = parser.Parse(kind);
            }
        }

        var parsed = new ParsedSection
        {
            Source = source,
            Context = context,
            Title = title,
            Heading = span,
            Blocks = blocks,
            Comment = comment,
            Metadata = metadata,
            Content = content,
            Options = parser?.Options,
        };
        return new Section
        {
            Text = text,
            Context = context,
            Level = level,
            LineCount = source.LineEndCount,
            Title = title,
            Anchor = HeadingAnchor.Of(title),
            Heading = span,
            Metadata = metadata,
            Comment = comment,
            Content = content,
            Answer = parser?.AnswerLine is { } line ? source.Span(new LineRange(line, source.LineCount)) : null,
            Findings = RuleCatalogue.Check(parsed),
        };
    }

    private static List<BodyBlock> Blocks(SectionSource source)
    {
        if (MarkdownReader.Read(source.Text) is { } document)
        {
            return BodyBlock.List(source, document, source.LineCount);
        }

        // Nested too deeply to parse: the heading still counts, the rest is one opaque block.
        var heading = MarkdownReader.Read(source.Line(0).ToString())!;
        var body = new BodyBlock(null, source.Trim(new LineRange(1, source.LineCount)));
        return [.. BodyBlock.List(source, heading, 1), body];
    }

    private static LineRange HeadingLines(SectionSource source, HeadingBlock heading)
    {
        var last = Math.Min(Math.Max(heading.Span.End, heading.Span.Start), source.Text.Length - 1);
        return new LineRange(BodyBlock.FirstLine(source, heading), source.LineAt(last) + 1);
    }

    private static string HeadingMarkdown(SectionSource source, HeadingBlock? heading)
    {
        if (heading?.Inline is not { FirstChild: { } first, LastChild: { } last } || last.Span.End < first.Span.Start)
        {
            return "";
        }

        var text = source.Text[first.Span.Start..Math.Min(last.Span.End + 1, source.Text.Length)];
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
    }

    private static MetadataComment? CommentOf(SectionSource source, BodyBlock block) =>
        block.Syntax is HtmlBlock { Type: HtmlBlockType.Comment }
            ? MetadataComment.Read(source.Text, source.Span(block.Lines).Start)
            : null;

    // "cards:" on a card and "card:" on a group are findings and say nothing.
    private static CardMetadata Metadata(MetadataComment? comment, SectionRole role) =>
        comment is null || comment.IsForGroup == (role == SectionRole.Card)
            ? CardMetadata.None
            : CardMetadata.From(comment);
}
