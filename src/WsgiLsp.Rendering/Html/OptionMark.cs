using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Rendering.Html;

/// <summary>The box at the start of a task list's item: <c>[ ]</c> or <c>[x]</c>, then white space.</summary>
internal static class OptionMark
{
    /// <summary>Takes the box from an item's tree; null where it has none, else whether it is ticked.</summary>
    public static bool? Take(ListItemBlock item)
    {
        if (item is not [ParagraphBlock { Inline: { } inlines }, ..])
        {
            return null;
        }

        // Markdig leaves brackets that are no link as literals, in one or several pieces.
        var seen = "";
        for (
            var inline = inlines.FirstChild;
            inline is LiteralInline literal && seen.Length < 4;
            inline = inline.NextSibling
        )
        {
            seen += literal.Content.ToString();
        }

        if (seen is not ['[', ' ' or 'x' or 'X', ']', ' ', ..])
        {
            return null;
        }

        var rest = 4;
        while (rest > 0 && inlines.FirstChild is LiteralInline literal)
        {
            var taken = Math.Min(rest, literal.Content.Length);
            rest -= taken;
            if (taken == literal.Content.Length)
            {
                literal.Remove();
            }
            else
            {
                literal.Content = new StringSlice(
                    literal.Content.Text,
                    literal.Content.Start + taken,
                    literal.Content.End
                );
            }
        }

        return seen[1] != ' ';
    }
}
