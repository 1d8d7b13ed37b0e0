using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>
/// One blank line between blocks, none at the beginning of the file or at its end. Inside lists and quotes no blank line is
/// added, since that could make a compact list wide; items of a wide list all get theirs.
/// </summary>
internal static class BlankLines
{
    public static IEnumerable<Change> Changes(Draft draft, SectionPlace place) =>
        Runs(draft, place).Concat(Missing(draft)).Concat(BetweenItems(draft)).Concat(End(draft, place));

    private static IEnumerable<Change> Runs(Draft draft, SectionPlace place)
    {
        for (var i = 0; i < draft.Source.LineCount; i++)
        {
            if (Emptiness(draft, i) is not { } empty)
            {
                continue;
            }

            var first = i;
            while (i + 1 < draft.Source.LineCount && Emptiness(draft, i + 1) == empty)
            {
                i++;
            }

            var kept = first > 0 || !place.IsFirst ? 1 : 0;
            if (i + 1 < draft.Source.LineCount && i + 1 - first > kept)
            {
                yield return Change.Of(draft.Source.LineStart(first + kept), draft.Source.LineStart(i + 1), "");
            }
        }
    }

    /// <summary>What marks a blank line: nothing, or the signs of the quote that it stands in. Null for other lines.</summary>
    private static string? Emptiness(Draft draft, int line)
    {
        var text = draft.Source.Line(line).Trim(" \t");
        return draft.Verbatim.Contains(line) || text.IndexOfAnyExcept("> \t") >= 0 ? null : text.ToString();
    }

    private static IEnumerable<Change> Missing(Draft draft)
    {
        var blocks = draft.Blocks;
        var comment = HeadingComment.Of(draft);
        var definitions = DefinitionLines(draft);
        for (var i = 1; i < blocks.Count; i++)
        {
            var line = blocks[i].Lines.First;
            if (line == 0 || draft.IsBlank(line - 1) || definitions.Contains(line) || definitions.Contains(line - 1))
            {
                continue;
            }

            if (CanBeParted(blocks[i - 1].Syntax!, blocks[i].Syntax!, isMetadata: i == 2 && comment is not null))
            {
                yield return Insert(draft, line);
            }
        }
    }

    // Authors put comments right above or below what they speak of. Where formulas or tables are not known, a blank line
    // between them and the text changes the text.
    private static bool CanBeParted(Block above, Block below, bool isMetadata) =>
        (isMetadata || above is not (HtmlBlock or MathBlock))
        && below is not (HtmlBlock { Type: HtmlBlockType.Comment } or MathBlock or Table);

    private static IEnumerable<Change> BetweenItems(Draft draft) =>
        from list in draft.Document.Descendants<ListBlock>()
        where list.IsLoose && !IsQuoted(list)
        from item in list.Skip(1)
        where !draft.IsBlank(item.Line - 1)
        select Insert(draft, item.Line);

    private static IEnumerable<Change> End(Draft draft, SectionPlace place)
    {
        var last = draft.Source.LineCount - 1;
        while (last >= 0 && draft.IsBlank(last) && !draft.Verbatim.Contains(last))
        {
            last--;
        }

        var start = last < 0 ? 0 : draft.LineEnd(last);
        var wanted =
            last < 0 ? ""
            : place.IsLast ? "\n"
            : "\n\n";
        if (!draft.Text.AsSpan(start).SequenceEqual(wanted))
        {
            yield return Change.Of(start, draft.Text.Length, wanted);
        }
    }

    private static Change Insert(Draft draft, int line)
    {
        var start = draft.Source.LineStart(line);
        return Change.Of(start, start, "\n");
    }

    private static HashSet<int> DefinitionLines(Draft draft)
    {
        var lines = new HashSet<int>();
        foreach (var definition in draft.Document.Descendants<LinkReferenceDefinition>())
        {
            var last = Math.Clamp(definition.Span.End, 0, draft.Text.Length);
            for (var i = definition.Line; i <= draft.Source.LineAt(last); i++)
            {
                lines.Add(i);
            }
        }

        return lines;
    }

    private static bool IsQuoted(Block block)
    {
        for (var outer = block.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }
}
