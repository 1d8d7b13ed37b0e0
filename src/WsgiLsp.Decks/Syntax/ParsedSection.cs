using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>All that is known of a section while its syntax tree is there: what rules look at.</summary>
internal sealed class ParsedSection
{
    public required SectionSource Source { get; init; }

    public required SectionContext Context { get; init; }

    public required string Title { get; init; }

    public required TextSpan Heading { get; init; }

    /// <summary>The blocks below the heading, the metadata comment left out.</summary>
    public required IReadOnlyList<BodyBlock> Blocks { get; init; }

    /// <summary>The metadata comment under the heading.</summary>
    public required MetadataComment? Comment { get; init; }

    public required CardMetadata Metadata { get; init; }

    /// <summary>The card's content; null for a title or group.</summary>
    public CardContent? Content { get; init; }

    /// <summary>The options, where the body has any.</summary>
    public OptionList? Options { get; init; }

    /// <summary>Where text of the body is, from its first line to its last; empty without body.</summary>
    public TextSpan Body =>
        Blocks.Count == 0
            ? new TextSpan(Heading.End, 0)
            : Source.Span(new LineRange(Blocks[0].Lines.First, Blocks[^1].Lines.End));

    /// <summary>All list items of the section's own lists that begin with a box, well-formed or not.</summary>
    public ImmutableArray<OptionBox> Boxes =>
        [
            .. Blocks
                .Select(b => b.Syntax)
                .OfType<ListBlock>()
                .SelectMany(list => list.OfType<ListItemBlock>())
                .Select(item => OptionItem.BoxOf(Source, item))
                .OfType<OptionBox>(),
        ];
}
