using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using Selection = WsgiLsp.Protocol.Types.SelectionRange;

namespace WsgiLsp.Server.Features.SelectionRange;

/// <summary>What stands around a place, step by step: word, name, line, paragraph, answer, card, groups, deck.</summary>
internal static class SelectionRangeFeature
{
    /// <summary>For each position the ranges around it, the innermost first.</summary>
    public static IReadOnlyList<Selection> Of(DeckQuery query, SelectionRangeParams parameters) =>
        [.. parameters.Positions.Select(position => At(query, query.Offset(position)))];

    private static Selection At(DeckQuery query, int offset)
    {
        query.Cancellation.ThrowIfCancellationRequested();
        Selection? around = null;
        var outer = new TextSpan(0, query.Document.Text.Length);
        foreach (var span in Steps(query, offset).Reverse().Prepend(outer))
        {
            // Each must lie in the one around it.
            if (around is null || (span != outer && span.Start >= outer.Start && span.End <= outer.End))
            {
                around = new Selection(query.RangeOf(span), around);
                outer = span;
            }
        }

        return around!;
    }

    private static IEnumerable<TextSpan> Steps(DeckQuery query, int offset)
    {
        var (text, deck) = (query.Document.Text, query.Deck);
        var line = text.GetPosition(offset).Line;
        yield return Word(text, line, offset);
        if (DeckNames.At(query.Outline, offset) is { } mention)
        {
            yield return mention.Span;
        }

        yield return Trimmed(text, line);
        var index = deck.SectionAt(offset);
        var section = deck.Section(index);
        yield return Paragraph(text, section, line);
        if (section.Metadata.Touches(offset))
        {
            yield return section.Metadata;
        }

        if (section.Answer is { } answer && answer.Touches(offset))
        {
            yield return answer;
        }

        yield return Content(text, section, section.Span.End);
        yield return section.Span;
        foreach (var span in Groups(deck, index))
        {
            yield return span;
        }
    }

    /// <summary>The section with what is below it, and the groups around it.</summary>
    private static IEnumerable<TextSpan> Groups(Deck deck, int index)
    {
        var level = int.MaxValue;
        for (var i = index; i > 0; i--)
        {
            var section = deck.Section(i);
            if (section.Level >= level)
            {
                continue;
            }

            level = section.Level;
            var end = i + 1;
            while (end < deck.SectionCount && deck.Section(end).Level > level)
            {
                end++;
            }

            yield return TextSpan.FromBounds(section.Span.Start, deck.Section(end - 1).Span.End);
        }
    }

    private static TextSpan Word(SourceText text, int line, int offset)
    {
        var content = text.GetLine(line);
        var at = offset - text.LineStart(line);
        var (start, end) = (Math.Min(at, content.Length), Math.Min(at, content.Length));
        while (start > 0 && IsWord(content[start - 1]))
        {
            start--;
        }

        while (end < content.Length && IsWord(content[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(text.LineStart(line) + start, text.LineStart(line) + end);

        static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
    }

    private static TextSpan Trimmed(SourceText text, int line)
    {
        var content = text.GetLine(line);
        var start = content.Length - content.TrimStart().Length;
        return new TextSpan(text.LineStart(line) + start, content.Trim().Length);
    }

    /// <summary>The lines around a line up to blank ones.</summary>
    private static TextSpan Paragraph(SourceText text, DeckSection section, int line)
    {
        var (first, end) = (line, line);
        while (first > section.StartLine && !text.GetLine(first - 1).IsWhiteSpace())
        {
            first--;
        }

        while (end < Math.Min(section.EndLine, text.LineCount) && !text.GetLine(end).IsWhiteSpace())
        {
            end++;
        }

        return first < end
            ? TextSpan.FromBounds(text.LineStart(first), text.LineStart(end - 1) + text.GetLine(end - 1).Length)
            : new TextSpan(text.LineStart(line), 0);
    }

    /// <summary>The section without the blank lines at its end.</summary>
    private static TextSpan Content(SourceText text, DeckSection section, int end)
    {
        var content = text.ToString(TextSpan.FromBounds(section.Span.Start, end)).AsSpan();
        return section.Span with { Length = content.TrimEnd().Length };
    }
}
