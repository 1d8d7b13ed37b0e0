using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>The heading of a card as a sentence, without what banks number their questions with.</summary>
internal static class Question
{
    /// <summary>The heading's part of a prompt's text.</summary>
    public static ReadOnlySpan<char> Heading(ParsedSection section)
    {
        var text = section.Prompt.Text.AsSpan();
        var end = text.IndexOf('\n');
        return end < 0 ? text : text[..end];
    }

    /// <summary>Where the question begins after numbering such as "12.", "Q3:" or "Question 4)".</summary>
    public static int Start(ReadOnlySpan<char> heading)
    {
        var at = 0;
        while (at < heading.Length && NumberEnd(heading, at) is var end && end > at)
        {
            at = end;
        }

        return at;
    }

    /// <summary>The first word from an index on; empty where there is none, or where it is part of a longer term.</summary>
    public static TextSpan FirstWord(ReadOnlySpan<char> heading, int from)
    {
        while (from < heading.Length && (char.IsWhiteSpace(heading[from]) || heading[from] is '*' or '_'))
        {
            from++;
        }

        var end = from;
        while (end < heading.Length && (char.IsLetter(heading[end]) || heading[end] is '\'' or '’'))
        {
            end++;
        }

        var isWord = end > from && (end == heading.Length || char.IsWhiteSpace(heading[end]) || heading[end] == ',');
        return isWord ? TextSpan.FromBounds(from, end) : new TextSpan(from, 0);
    }

    private static int NumberEnd(ReadOnlySpan<char> heading, int from)
    {
        var at = SkipSpaces(heading, from);
        foreach (var label in (ReadOnlySpan<string>)["Question", "Que", "Q"])
        {
            if (heading[at..].StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                at = SkipSpaces(heading, at + label.Length);
                break;
            }
        }

        at += at < heading.Length && (heading[at] is '#' or '(' or '[') ? 1 : 0;
        var isLabel = at > SkipSpaces(heading, from);
        var digits = at;
        while (at < heading.Length && (char.IsAsciiDigit(heading[at]) || (at > digits && heading[at] == '.')))
        {
            at++;
        }

        var hasNumber = at > digits;
        if (!hasNumber && !isLabel)
        {
            return from;
        }

        var isPointed = hasNumber && heading[at - 1] == '.';
        while (at < heading.Length && (heading[at] is '.' or ':' or ')' or ']' or '-' or '–' or '—'))
        {
            at++;
            isPointed = true;
        }

        var isFree = at == heading.Length || char.IsWhiteSpace(heading[at]);
        return isFree && (isPointed || (isLabel && hasNumber)) ? SkipSpaces(heading, at) : from;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
