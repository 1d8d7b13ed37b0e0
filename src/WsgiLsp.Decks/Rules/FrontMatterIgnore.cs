using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Takes names out of the front matter's <c>ignore</c>, in each of the ways in which YAML writes a list.</summary>
internal static class FrontMatterIgnore
{
    private const string Key = "ignore:";

    /// <summary>The edit that removes one name, and the key with its only one; null where it is written in a way of its own.</summary>
    public static TextEdit? Remove(FrontMatterSource frontMatter, FrontMatterValue value)
    {
        var source = frontMatter.Source;
        var isOnly = frontMatter.Values.Count(other => other.Key == value.Key) == 1;
        var line = source.LineAt(value.Span.Start);
        var text = source.Line(line);
        var item = value.Place(source.Text);
        if (text.StartsWith(Key, StringComparison.Ordinal))
        {
            if (ListOn(source, line, text) is not { } list || source.Line(line + 1) is [' ' or '\t', ..])
            {
                return null;
            }

            return isOnly
                ? Lines(source, line, line + 1)
                : MetadataFix.RemoveItem(source.Text, list, Unquoted(source.Text, item));
        }

        // "- name" on a line of its own.
        if (!text.TrimStart().StartsWith("- ", StringComparison.Ordinal))
        {
            return null;
        }

        if (!isOnly)
        {
            return Lines(source, line, line + 1);
        }

        return line > 0 && source.Line(line - 1).TrimEnd().SequenceEqual(Key)
            ? Lines(source, line - 1, line + 1)
            : null;
    }

    /// <summary>The list that stands on the key's own line, without its brackets; null where it goes on below.</summary>
    private static TextSpan? ListOn(SectionSource source, int line, ReadOnlySpan<char> text)
    {
        var start = source.LineStart(line);
        var open = text.IndexOf('[');
        if (open < 0)
        {
            var comment = text.IndexOf(" #", StringComparison.Ordinal);
            var end = comment < 0 ? text.Length : comment;
            return TextSpan.FromBounds(start + Key.Length, start + end);
        }

        var close = text.IndexOf(']');
        return close < 0 ? null : TextSpan.FromBounds(start + open + 1, start + close);
    }

    private static TextSpan Unquoted(string text, TextSpan item) =>
        item.Start > 0
        && item.End < text.Length
        && text[item.Start - 1] is '"' or '\''
        && text[item.End] == text[item.Start - 1]
            ? TextSpan.FromBounds(item.Start - 1, item.End + 1)
            : item;

    private static TextEdit Lines(SectionSource source, int first, int end) =>
        new(TextSpan.FromBounds(source.LineStart(first), source.LineStart(end)), "");
}
