using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>
/// Lists begin at the margin, with one space behind the marker; what belongs to an item begins under its text. Lines that a
/// renderer joins to an item although they are not indented stay where they are.
/// </summary>
internal sealed class ListIndentation
{
    // White space of more columns behind a marker is one space and the indentation of code.
    private const int WidestPadding = 4;

    private readonly Draft draft;
    private readonly Item?[] owners;
    private readonly List<Item>?[] starts;
    private readonly bool[] flush;

    private ListIndentation(Draft draft)
    {
        this.draft = draft;
        owners = new Item?[draft.Source.LineCount];
        starts = new List<Item>?[draft.Source.LineCount];
        flush = new bool[draft.Source.LineCount];
    }

    public static IEnumerable<Change> Changes(Draft draft)
    {
        var lists = draft.Blocks.Where(block => block.Syntax is ListBlock).ToList();
        return lists.Count == 0 ? [] : new ListIndentation(draft).Changes(lists);
    }

    private IEnumerable<Change> Changes(List<BodyBlock> lists)
    {
        foreach (var list in lists)
        {
            Visit(list, 0);
            var (start, end) = (draft.Source.LineStart(list.Lines.First), draft.LineEnd(list.Lines.End - 1));
            var lines = Enumerable.Range(list.Lines.First, list.Lines.End - list.Lines.First).Select(Line);
            var wanted = string.Join('\n', lines);
            if (!draft.Text.AsSpan(start, end - start).SequenceEqual(wanted))
            {
                yield return Change.Of(start, end, wanted);
            }
        }
    }

    /// <summary>Notes where the lines of a list belong.</summary>
    private void Visit(BodyBlock list, int column)
    {
        foreach (var block in draft.BlocksOf((ListBlock)list.Syntax!, list.Lines.End))
        {
            var item = Read(block, column);
            for (var i = block.Lines.First; i < block.Lines.End; i++)
            {
                owners[i] = item;
            }

            (starts[block.Lines.First] ??= []).Add(item);
            foreach (var child in draft.BlocksOf((ListItemBlock)block.Syntax!, block.Lines.End))
            {
                Visit(child, item);
            }
        }
    }

    private void Visit(BodyBlock child, Item item)
    {
        switch (child.Syntax)
        {
            case ListBlock:
                Visit(child, item.Column);
                break;
            case ParagraphBlock:
                flush[child.Lines.First] = true;
                break;
            case QuoteBlock:
                for (var i = child.Lines.First; i < child.Lines.End; i++)
                {
                    flush[i] = draft.Source.Line(i).TrimStart(" \t") is ['>', ..];
                }

                break;
            default:
                break;
        }
    }

    private Item Read(BodyBlock block, int column)
    {
        var number = block.Lines.First;
        var line = draft.Source.Line(number);
        var start = block.Syntax!.Span.Start - draft.Source.LineStart(number);
        var width = line[start..].IndexOfAnyExceptInRange('0', '9') + 1;
        var marker = line.Slice(start, width).ToString();
        var padding = Columns.Indent(line, start + width);
        var isEmpty = line[(start + width)..].IndexOfAnyExcept(' ', '\t') < 0;
        padding = isEmpty || padding > WidestPadding ? 1 : padding;
        return new Item(marker, start + width, Columns.Of(line, start) + width + padding, padding, column + width + 1);
    }

    private string Line(int number)
    {
        var line = draft.Source.Line(number);
        if (starts[number] is { } items)
        {
            var inner = items[^1];
            var text = Columns.Skip(line, inner.End, inner.Padding);
            var markers = string.Join(' ', items.Select(item => item.Marker));
            var outer = items[0];
            return (new string(' ', outer.Column - outer.Marker.Length - 1) + markers + " " + text).TrimEnd();
        }

        if (owners[number] is not { } owner || Columns.Indent(line) < owner.OldColumn || IsBlank(line))
        {
            return line.ToString();
        }

        var content = flush[number] ? line.TrimStart(" \t").ToString() : Columns.Skip(line, 0, owner.OldColumn);
        return new string(' ', owner.Column) + content;
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>A list item's first line, before and after.</summary>
    /// <param name="Marker">Its bullet, or its number with the sign behind it.</param>
    /// <param name="End">Where in the line the marker ends.</param>
    /// <param name="OldColumn">The column of its content.</param>
    /// <param name="Padding">Columns of white space behind the marker that are not the content's.</param>
    /// <param name="Column">The column where its content shall begin.</param>
    private sealed record Item(string Marker, int End, int OldColumn, int Padding, int Column);
}
