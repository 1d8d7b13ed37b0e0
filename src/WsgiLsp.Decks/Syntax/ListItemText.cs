using System.Collections.Immutable;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The Markdown of a list's items.</summary>
internal static class ListItemText
{
    /// <summary>What the items of a list say, without their markers and indentation.</summary>
    public static ImmutableArray<string> Of(SectionSource source, BodyBlock list)
    {
        var items = ((ListBlock)list.Syntax!).OfType<ListItemBlock>().ToList();
        var result = ImmutableArray.CreateBuilder<string>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var end = i + 1 < items.Count ? items[i + 1].Line : list.Lines.End;
            if (items[i].FirstOrDefault() is not { } first)
            {
                result.Add("");
                continue;
            }

            var line = source.LineAt(first.Span.Start);
            var from = first.Span.Start - source.LineStart(line);
            result.Add(source.Markdown(new LineRange(line, end), first.Column, from));
        }

        return result.MoveToImmutable();
    }
}
