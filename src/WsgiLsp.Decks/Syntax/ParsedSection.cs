using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>All that is known of a section while its syntax tree is there: what rules look at.</summary>
internal sealed class ParsedSection
{
    private Prose? prompt;
    private Prose? answer;
    private Prose? shownAnswer;
    private ImmutableArray<Prose> hints;
    private ImmutableArray<OptionBox> boxes;

    public required SectionSource Source { get; init; }

    public required SectionContext Context { get; init; }

    /// <summary>The heading's level.</summary>
    public required int Level { get; init; }

    /// <summary>The heading as plain text, without attributes.</summary>
    public required string Title { get; init; }

    /// <summary>The heading's lines.</summary>
    public required TextSpan Heading { get; init; }

    /// <summary>What the reader sees as the heading, without attributes.</summary>
    public required Prose HeadingProse { get; init; }

    /// <summary>The heading's block; null where the section is nested too deeply to parse.</summary>
    public required HeadingBlock? HeadingBlock { get; init; }

    /// <summary>The blocks below the heading, the metadata comment left out.</summary>
    public required IReadOnlyList<BodyBlock> Blocks { get; init; }

    /// <summary>The metadata comment under the heading.</summary>
    public required MetadataComment? Comment { get; init; }

    /// <summary>The attributes at the heading's end.</summary>
    public required HeadingAttributes? Attributes { get; init; }

    /// <summary>The metadata comment, where it speaks of what this heading is: a card, or a group.</summary>
    public MetadataComment? OwnComment => Comment?.Suits(Context.Role) == true ? Comment : null;

    /// <summary>Where metadata comments begin that nobody closed, so that they hide what follows.</summary>
    public IEnumerable<int> UnclosedComments =>
        !HasHtml
            ? []
            : Blocks
                .Where(block => block.Syntax is HtmlBlock)
                .Select(block => Source.Span(block.Lines).Start)
                .Where(start => MetadataComment.IsUnclosed(Source.Text, start));

    private bool HasHtml
    {
        get
        {
            foreach (var block in Blocks)
            {
                if (block.Syntax is HtmlBlock)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>What comment and attributes say, for this section's role.</summary>
    public required CardMetadata Metadata { get; init; }

    /// <summary>The body, sorted; of a group, too.</summary>
    public required CardBody Body { get; init; }

    /// <summary>The card's content; null for a title or group.</summary>
    public CardContent? Content { get; init; }

    /// <summary>Which blocks of <see cref="CardBody.Flow"/> are prompt and answer; of a card.</summary>
    public CardZones Zones { get; init; }

    /// <summary>The options, where the body has any; of a group, too.</summary>
    public OptionList? Options { get; init; }

    /// <summary>Whether options are always shown in the deck's order.</summary>
    public bool KeepsOrder => Metadata.Shuffle is { } shuffle ? !shuffle : Context.InheritsOrder;

    /// <summary>Where text of the body is, from its first line to its last; empty without body.</summary>
    public TextSpan BodySpan =>
        Blocks.Count == 0
            ? new TextSpan(Heading.End, 0)
            : Source.Span(new LineRange(Blocks[0].Lines.First, Blocks[^1].Lines.End));

    /// <summary>What the reader sees as the question: the heading, and below it what goes on with it.</summary>
    public Prose Prompt =>
        prompt ??= Prose.Join(HeadingProse, Prose.Of(PromptBlocks.Select(block => block.Syntax).OfType<Block>()));

    /// <summary>Blocks below the heading that go on with the question.</summary>
    public IEnumerable<BodyBlock> PromptBlocks => Body.Flow.Take(Zones.PromptEnd);

    /// <summary>What the reader sees as the answer, but for hidden <c>details</c>, whose text is no tree.</summary>
    public Prose Answer => answer ??= Prose.Of(AnswerBlocks.Select(block => block.Syntax).OfType<Block>());

    /// <summary>Whether the answer is in a <c>details</c> element.</summary>
    public bool IsAnswerHidden =>
        Zones.Answer < Body.Flow.Count
        && Body.Flow[Zones.Answer] is { Syntax: HtmlBlock } block
        && Details.Begins(Source.Line(block.Lines.First));

    /// <summary>
    /// What the reader sees as the answer, hidden or not. The places are the section's unless
    /// <see cref="IsAnswerHidden"/>.
    /// </summary>
    public Prose ShownAnswer => shownAnswer ??= Prose.Of(ShownAnswerBlocks);

    /// <summary>Blocks of the answer, hidden or not; places as for <see cref="ShownAnswer"/>.</summary>
    public IEnumerable<Block> ShownAnswerBlocks =>
        IsAnswerHidden
            ? MarkdownReader.Read(Content?.Answer ?? "") ?? Enumerable.Empty<Block>()
            : AnswerBlocks.Select(block => block.Syntax).OfType<Block>();

    /// <summary>Blocks of the answer.</summary>
    public IEnumerable<BodyBlock> AnswerBlocks => Body.Flow.Skip(Zones.Answer).Take(Zones.AnswerEnd - Zones.Answer);

    /// <summary>What the hints say: tips that no answer stands before, the mark <c>[!TIP]</c> left out.</summary>
    public ImmutableArray<Prose> Hints => hints.IsDefault ? hints = ReadHints() : hints;

    /// <summary>All list items of the section's own lists that begin with a box, well-formed or not.</summary>
    public ImmutableArray<OptionBox> Boxes =>
        boxes.IsDefault ? boxes = Source.Text.Contains('[', StringComparison.Ordinal) ? ReadBoxes() : [] : boxes;

    private ImmutableArray<OptionBox> ReadBoxes() =>
        [
            .. Blocks
                .Select(b => b.Syntax)
                .OfType<ListBlock>()
                .SelectMany(list => list.OfType<ListItemBlock>())
                .Select(item => OptionItem.BoxOf(Source, item))
                .OfType<OptionBox>(),
        ];

    /// <summary>The entry that gives a key its value: the comment's, else the attributes'; null where neither does.</summary>
    public MetadataEntry? EntryOf(string key)
    {
        return First(OwnComment?.Entries) ?? First(Attributes?.Entries);

        MetadataEntry? First(ImmutableArray<MetadataEntry>? entries) =>
            entries?.FirstOrDefault(e => e.Key == key && MetadataKeys.Counts(e));
    }

    private ImmutableArray<Prose> ReadHints() =>
        Body.Callouts.Count == 0
            ? []
            :
            [
                .. Body
                    .Callouts.Where(c => c.Role == CalloutRole.Hint && c.Index <= Zones.Answer)
                    .Select(c =>
                    {
                        var lines = c.Block.Lines;
                        var inside = TextSpan.FromBounds(
                            Source.LineStart(lines.First + 1),
                            Source.LineStart(lines.End)
                        );
                        return Prose.Of(c.Block.Syntax).Within(inside);
                    }),
            ];
}
