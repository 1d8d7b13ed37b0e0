using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>One option with its places.</summary>
/// <param name="Option">What it says.</param>
/// <param name="Box">Its box.</param>
/// <param name="Span">The whole item without feedback.</param>
/// <param name="Prose">What the reader sees of it, without box and feedback.</param>
internal sealed record PlacedOption(Option Option, OptionBox Box, TextSpan Span, Prose Prose)
{
    /// <summary>The unindented fence below the item that belongs to it although Markdown says otherwise.</summary>
    public BodyBlock? DetachedFence { get; init; }

    /// <summary>The column in which the item's content stands.</summary>
    public int Indent { get; init; }
}

/// <summary>
/// The options of a choice card. An unindented fence after an option ends a list in Markdown; authors mean it to belong to
/// the option, so the parts count as one list.
/// </summary>
internal sealed record OptionList
{
    /// <summary>Index of the first block of the list in the card's body.</summary>
    public required int FirstBlock { get; init; }

    /// <summary>Index of the block after the list's last one.</summary>
    public required int EndBlock { get; init; }

    /// <summary>The options in order.</summary>
    public required ImmutableArray<PlacedOption> Options { get; init; }

    /// <summary>Text that Markdown joins to the last option although it was meant to follow the list.</summary>
    public TextSpan? Glued { get; init; }

    /// <summary>The glued text as Markdown.</summary>
    public string GluedText { get; init; } = "";

    /// <summary>Finds the options in a card's body; null where no list has a well-formed box.</summary>
    public static OptionList? Find(SectionSource source, IReadOnlyList<BodyBlock> blocks)
    {
        var first = 0;
        while (first < blocks.Count && !IsTaskList(source, blocks[first]))
        {
            first++;
        }

        if (first == blocks.Count)
        {
            return null;
        }

        var items = new List<OptionItem>();
        var end = first;
        while (end < blocks.Count && HasBoxes(source, blocks[end]))
        {
            items.AddRange(OptionItem.List(source, blocks[end]));
            end++;
            if (end < blocks.Count && FenceBelongsToOption(source, blocks, end, items[^1]))
            {
                items[^1].Append(blocks[end]);
                end++;
            }
        }

        var glued = OptionItem.GluedLines(source, items);
        return new OptionList
        {
            FirstBlock = first,
            EndBlock = end,
            Options = [.. items.Select(item => item.ToOption(source))],
            Glued = glued.IsEmpty ? null : source.Span(glued),
            GluedText = source.Markdown(glued),
        };
    }

    private static bool FenceBelongsToOption(
        SectionSource source,
        IReadOnlyList<BodyBlock> blocks,
        int fence,
        OptionItem last
    ) =>
        blocks[fence].Syntax is FencedCodeBlock
        && (last.IsEmpty || (fence + 1 < blocks.Count && HasBoxes(source, blocks[fence + 1])));

    /// <summary>Whether a list goes on with the options: its boxes need not be well-formed, since others were.</summary>
    private static bool HasBoxes(SectionSource source, BodyBlock block) =>
        block.Syntax is ListBlock list
        && list.OfType<ListItemBlock>().Any(item => OptionItem.BoxOf(source, item) is not null);

    private static bool IsTaskList(SectionSource source, BodyBlock block) =>
        block.Syntax is ListBlock list
        && list.OfType<ListItemBlock>().Any(item => OptionItem.BoxOf(source, item) is { IsWellFormed: true });
}
