using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Parses a section and checks it, then lets the syntax tree go.</summary>
internal static class SectionParser
{
    /// <summary>Parses a section. Never fails.</summary>
    /// <param name="text">The section, from its heading on.</param>
    /// <param name="level">The heading's level; 0 for the preamble.</param>
    /// <param name="context">What the text alone does not tell.</param>
    /// <param name="rules">The rules that look at it.</param>
    public static Section Parse(string text, int level, SectionContext context, RuleSet rules)
    {
        var source = new SectionSource(text);
        if (context.Role == SectionRole.Preamble)
        {
            return Preamble(source, context);
        }

        var (parsed, document, parser) = Read(source, level, context);
        var content = parsed.Content;
        return new Section
        {
            Text = text,
            Context = context,
            Level = level,
            LineCount = source.LineEndCount,
            Title = content?.Title ?? parsed.Title,
            Anchor = HeadingAnchor.Of(parser?.TitleWithoutBlanks ?? parsed.Title),
            Heading = parsed.Heading,
            Metadata = parsed.Metadata,
            Comment = parsed.Comment,
            Attributes = parsed.Attributes,
            Content = content,
            Answer = parser?.AnswerLine is { } line ? source.Span(new LineRange(line, source.LineCount)) : null,
            Definitions = Definitions(text, document, context),
            Links = document is null ? [] : SectionLinks.Links(text, document),
            FurtherNames = FurtherNames.Of(text, parsed.Heading),
            Facts = CardFacts.Of(parsed),
            Findings = rules.Check(parsed),
        };
    }

    /// <summary>Reads a section once more, for who needs its tree. Not for the preamble.</summary>
    /// <param name="text">The section, from its heading on.</param>
    /// <param name="level">The heading's level.</param>
    /// <param name="context">What the text alone does not tell.</param>
    public static ParsedSection Read(string text, int level, SectionContext context) =>
        Read(new SectionSource(text), level, context).Parsed;

    private static Reading Read(SectionSource source, int level, SectionContext context)
    {
        var text = source.Text;
        var document = MarkdownReader.Read(text, context.Definitions);
        var blocks = Blocks(source, document);
        var heading = blocks.Count > 0 ? blocks[0].Syntax as HeadingBlock : null;
        var inside = HeadingContent.Find(source, heading);
        var attributes = HeadingAttributes.Read(text, inside);
        inside = attributes is null ? inside : TextSpan.FromBounds(inside.Start, attributes.Span.Start);
        var shown = Prose.Of(heading?.Inline).Within(inside);
        var title = shown.Text;
        var span = source.Span(heading is null ? new LineRange(0, 1) : HeadingLines(source, heading));
        var comment = blocks.Count > 1 ? CommentOf(source, blocks[1]) : null;
        var metadata = Metadata(comment, context.Role)
            .Or(attributes is null ? CardMetadata.None : CardMetadata.From(attributes.Entries));
        blocks.RemoveRange(0, Math.Min(blocks.Count, comment is null ? 1 : 2));

        CardContent? content = null;
        CardParser? parser = null;
        var body = new CardBody(source, blocks, hasRubric: true);
        if (context.Role == SectionRole.Card)
        {
            var markdown = Unindent(text.Substring(inside.Start, inside.Length));
            var marks = context.HasHighlightClozes ? ClozeMarks.Highlight : ClozeMarks.Braces;
            var kind = metadata.Kind ?? context.InheritedKind;
            parser = new CardParser(source, title, markdown, body, marks);
            content = parser.Parse(kind);
            if (parser.HasRubric && content is not ExplainContent)
            {
                // What the author marked as important is part of the answer then.
                body = new CardBody(source, blocks, hasRubric: false);
                parser = new CardParser(source, title, markdown, body, marks);
                content = parser.Parse(kind);
            }
        }

        return new Reading(
            new ParsedSection
            {
                Source = source,
                Context = context,
                Level = level,
                Title = title,
                Heading = span,
                HeadingProse = shown,
                HeadingBlock = heading,
                Blocks = blocks,
                Comment = comment,
                Attributes = attributes,
                Metadata = metadata,
                Body = body,
                Content = content,
                Zones = parser?.Zones ?? default,
                Options = parser is null ? OptionList.Find(source, body.Flow) : parser.Options,
            },
            document,
            parser
        );
    }

    private static Section Preamble(SectionSource source, SectionContext context)
    {
        var text = FrontMatterSpan.Blank(source.Text);
        var document = text.Contains('[', StringComparison.Ordinal)
            ? MarkdownReader.Read(text, context.Definitions)
            : null;
        return new Section
        {
            Text = source.Text,
            Context = context,
            Level = 0,
            LineCount = source.LineEndCount,
            Definitions = Definitions(text, document, context),
            Links = document is null ? [] : SectionLinks.Links(text, document),
            FurtherNames = FurtherNames.Of(source.Text, default),
        };
    }

    // With definitions from elsewhere, those of the section itself that repeat a label are gone from the tree.
    private static ImmutableArray<LinkDefinition> Definitions(
        string text,
        MarkdownDocument? document,
        SectionContext context
    )
    {
        if (document is null || !text.Contains("]:", StringComparison.Ordinal))
        {
            return [];
        }

        return SectionLinks.Definitions(context.Definitions == default ? document : MarkdownReader.Read(text)!);
    }

    private static List<BodyBlock> Blocks(SectionSource source, MarkdownDocument? document)
    {
        if (document is not null)
        {
            return BodyBlock.List(source, document, source.LineCount);
        }

        // Nested too deeply to parse: the heading still counts unless it is what is too deep, the rest is one opaque block.
        var heading = MarkdownReader.Read(source.Line(0).ToString()) is { } line
            ? BodyBlock.List(source, line, 1)
            : [new BodyBlock(null, new LineRange(0, 1))];
        var body = new BodyBlock(null, source.Trim(new LineRange(1, source.LineCount)));
        return [.. heading, body];
    }

    private static LineRange HeadingLines(SectionSource source, HeadingBlock heading)
    {
        var last = Math.Min(Math.Max(heading.Span.End, heading.Span.Start), source.Text.Length - 1);
        return new LineRange(BodyBlock.FirstLine(source, heading), source.LineAt(last) + 1);
    }

    private static string Unindent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();

    private static MetadataComment? CommentOf(SectionSource source, BodyBlock block) =>
        block.Syntax is HtmlBlock { Type: HtmlBlockType.Comment }
            ? MetadataComment.Read(source.Text, source.Span(block.Lines).Start)
            : null;

    // "cards:" on a card and "card:" on a group are findings and say nothing.
    private static CardMetadata Metadata(MetadataComment? comment, SectionRole role) =>
        comment?.Suits(role) == true ? CardMetadata.From(comment.Entries) : CardMetadata.None;

    private readonly record struct Reading(ParsedSection Parsed, MarkdownDocument? Document, CardParser? Parser);
}
