using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Where whole options stand, feedback and further paragraphs included, for fixes that move or remove them.</summary>
internal sealed class OptionPlaces
{
    private readonly SectionSource source;
    private readonly OptionList list;
    private readonly int end;

    private OptionPlaces(SectionSource source, OptionList list, int end)
    {
        this.source = source;
        this.list = list;
        this.end = end;
    }

    /// <summary>
    /// The places of a card's options; null where they are not one plain list, so that their lines cannot be moved without
    /// a look.
    /// </summary>
    public static OptionPlaces? Of(ParsedSection section)
    {
        var (source, list) = (section.Source, section.Options!);
        var block = section.Body.Flow[list.FirstBlock];
        if (
            list.EndBlock != list.FirstBlock + 1
            || list.Glued is not null
            || block.Syntax is not Markdig.Syntax.ListBlock { IsOrdered: false } items
            || items.Count != list.Options.Length
            || list.Options.Any(option => option.DetachedFence is not null)
        )
        {
            return null;
        }

        // A callout in the middle of the list would be cut in two.
        var last = source.LineAt(list.Options[^1].Box.Span.Start);
        return block.Lines.End > last ? new OptionPlaces(source, list, block.Lines.End) : null;
    }

    /// <summary>The lines of an option up to the next one, or to the list's end.</summary>
    public TextSpan Lines(int index) =>
        TextSpan.FromBounds(Start(index), index + 1 < list.Options.Length ? Start(index + 1) : source.LineStart(end));

    /// <summary>The option's text with marker, box and feedback, without the blank lines below it.</summary>
    public TextSpan Text(int index)
    {
        var first = source.LineAt(list.Options[index].Box.Span.Start);
        var next = index + 1 < list.Options.Length ? source.LineAt(list.Options[index + 1].Box.Span.Start) : end;
        return TextSpan.FromBounds(Start(index), source.Span(new LineRange(first, next)).End);
    }

    private int Start(int index) => source.LineStart(source.LineAt(list.Options[index].Box.Span.Start));
}
