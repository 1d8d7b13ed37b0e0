using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>Boxes are <c>[ ]</c> and <c>[x]</c>, with one space behind. Malformed boxes are left to a rule's fix.</summary>
internal static class Boxes
{
    public static IEnumerable<Change> Changes(Draft draft) =>
        draft.Document.Descendants<ListItemBlock>().SelectMany(item => Changes(draft, item));

    /// <summary>The box of the item that begins on a line.</summary>
    public static IEnumerable<Change> Changes(Draft draft, int line) =>
        draft
            .Document.Descendants<ListItemBlock>()
            .Where(item => item.Line == line)
            .SelectMany(item => Changes(draft, item));

    private static IEnumerable<Change> Changes(Draft draft, ListItemBlock item)
    {
        if (
            item.FirstOrDefault() is not ParagraphBlock paragraph
            || OptionBox.Read(draft.Text, paragraph.Span.Start) is not { IsWellFormed: true } box
        )
        {
            yield break;
        }

        var mark = box.Span.Start + 1;
        if (draft.Text[mark] == 'X')
        {
            yield return Change.Of(mark, mark + 1, "x");
        }

        var gap = draft.Text.AsSpan(box.Span.End);
        gap = gap[..(gap.Length - gap.TrimStart(" \t").Length)];
        var end = box.Span.End + gap.Length;
        if (gap is not " " && end < draft.Text.Length && draft.Text[end] != '\n')
        {
            yield return Change.Of(box.Span.End, end, " ");
        }
    }
}
