using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Edits that set and remove what a card says of itself, in its comment or in its heading's attributes.</summary>
internal static class MetadataFix
{
    /// <summary>The edit that gives a card <c>key=value</c>; writes the comment where there is none.</summary>
    public static TextEdit Set(ParsedSection section, string key, string value) =>
        Heard(
            section.Source.Text,
            section.Comment,
            section.Context.Role,
            Set(section.Source.Text, section.Comment, section.Attributes, section.Heading, key, value)
        );

    /// <inheritdoc cref="Set(ParsedSection, string, string)"/>
    public static TextEdit Set(Section section, string key, string value) =>
        Heard(
            section.Text,
            section.Comment,
            section.Context.Role,
            Set(section.Text, section.Comment, section.Attributes, section.Heading, key, value)
        );

    /// <summary><c>key=value</c> as a comment has it; null where no comment can hold that value.</summary>
    public static string? Written(string key, string value)
    {
        if (value.Contains("--", StringComparison.Ordinal))
        {
            return null;
        }

        if (value.Length > 0 && value[0] is not ('"' or '\'') && !value.Any(char.IsWhiteSpace))
        {
            return $"{key}={value}";
        }

        return !value.Contains('"', StringComparison.Ordinal) ? $"{key}=\"{value}\""
            : !value.Contains('\'', StringComparison.Ordinal) ? $"{key}='{value}'"
            : null;
    }

    /// <summary>
    /// The edit that takes an entry away: with it goes the space before it, and where it was the only one the whole comment
    /// with its line, or the braces.
    /// </summary>
    public static TextEdit Remove(
        string text,
        MetadataComment? comment,
        HeadingAttributes? attributes,
        MetadataEntry entry
    )
    {
        if (comment is not null && comment.Entries.Contains(entry))
        {
            return new TextEdit(
                comment.Entries.Length == 1 ? WholeLines(text, comment.Span) : WithSpaceBefore(text, SpanOf(entry)),
                ""
            );
        }

        if (attributes!.Entries.Length == 1)
        {
            return Remove(text, attributes);
        }

        var span = SpanOf(entry);
        var isFirst = span.Start == attributes.Span.Start + 1;
        return new TextEdit(isFirst ? WithSpaceAfter(text, span) : WithSpaceBefore(text, span), "");
    }

    /// <summary>The edit that takes the attributes away from a heading.</summary>
    public static TextEdit Remove(string text, HeadingAttributes attributes) =>
        new(WithSpaceBefore(text, attributes.Span), "");

    /// <summary>The edit that takes one word out of an entry's list, and the entry with its only word.</summary>
    public static TextEdit RemoveItem(
        string text,
        MetadataComment? comment,
        HeadingAttributes? attributes,
        MetadataEntry entry,
        TextSpan item
    ) =>
        MetadataKeys.Items(text, entry).Count() == 1
            ? Remove(text, comment, attributes, entry)
            : RemoveItem(text, entry.ValueSpan, item);

    /// <summary>The edit that takes one word out of a list with commas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="list">Where the list stands.</param>
    /// <param name="item">Where the word stands in it.</param>
    public static TextEdit RemoveItem(string text, TextSpan list, TextSpan item)
    {
        var comma = text.IndexOf(',', item.End, list.End - item.End);
        if (comma >= 0)
        {
            return new TextEdit(WithSpaceAfter(text, TextSpan.FromBounds(item.Start, comma + 1)), "");
        }

        comma = text.LastIndexOf(',', item.Start, item.Start - list.Start + 1);
        return new TextEdit(comma < 0 ? item : TextSpan.FromBounds(comma, item.End), "");
    }

    /// <summary>Where an entry stands, from its key to its value's end.</summary>
    public static TextSpan SpanOf(MetadataEntry entry) => TextSpan.FromBounds(entry.KeySpan.Start, entry.ValueSpan.End);

    private static TextEdit Set(
        string text,
        MetadataComment? comment,
        HeadingAttributes? attributes,
        TextSpan heading,
        string key,
        string value
    )
    {
        if (comment?.Entries.FirstOrDefault(e => e.Key == key) is { } entry)
        {
            return new TextEdit(SpanOf(entry), $"{key}={value}");
        }

        if (attributes?.Entries.FirstOrDefault(e => e.Key == key) is { } attribute)
        {
            return new TextEdit(attribute.ValueSpan, value);
        }

        if (comment is null)
        {
            return new TextEdit(new TextSpan(heading.End, 0), $"{LineEnd.Of(text)}<!-- card: {key}={value} -->");
        }

        var at = comment.Entries.IsEmpty ? comment.WordSpan.End + 1 : comment.Entries[^1].ValueSpan.End;
        return new TextEdit(new TextSpan(at, 0), $" {key}={value}");
    }

    /// <summary>An edit of a comment, which writes <c>card:</c> as well where <c>cards:</c> kept it from being heard.</summary>
    private static TextEdit Heard(string text, MetadataComment? comment, SectionRole role, TextEdit edit)
    {
        if (
            comment is null
            || role != SectionRole.Card
            || comment.Suits(role)
            || edit.Span.Start < comment.WordSpan.End
        )
        {
            return edit;
        }

        var between = text[comment.WordSpan.End..edit.Span.Start];
        return new TextEdit(TextSpan.FromBounds(comment.WordSpan.Start, edit.Span.End), $"card{between}{edit.NewText}");
    }

    private static TextSpan WithSpaceBefore(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    private static TextSpan WithSpaceAfter(string text, TextSpan span)
    {
        var end = span.End;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    /// <summary>A stretch with its lines, where nothing else stands on them.</summary>
    private static TextSpan WholeLines(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        var end = span.End;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        var isAlone =
            (start == 0 || text[start - 1] is '\n' or '\r') && (end == text.Length || text[end] is '\n' or '\r');
        return isAlone ? TextSpan.FromBounds(start, LineEnd.Next(text, end)) : span;
    }
}
