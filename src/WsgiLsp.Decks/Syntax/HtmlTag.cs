using System.Buffers;

namespace WsgiLsp.Decks.Syntax;

/// <summary>HTML tags as CommonMark's grammar has them.</summary>
internal static class HtmlTag
{
    private static readonly SearchValues<char> UnquotedEnd = SearchValues.Create(" \t\"'=<>`");

    /// <summary>Whether a line is one complete open or closing tag and nothing else but white space.</summary>
    public static bool IsCompleteTagAlone(ReadOnlySpan<char> text)
    {
        var at = 1;
        var closing = text is [_, '/', ..];
        if (closing)
        {
            at++;
        }

        if (at >= text.Length || !char.IsAsciiLetter(text[at]))
        {
            return false;
        }

        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
        {
            at++;
        }

        while (!closing && Attribute(text, at) is > 0 and var end)
        {
            at = end;
        }

        at = SkipSpace(text, at);
        if (!closing && at < text.Length && text[at] == '/')
        {
            at++;
        }

        return at < text.Length && text[at] == '>' && text[(at + 1)..].IndexOfAnyExcept(' ', '\t') < 0;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the attribute that begins here ends, or 0.</summary>
    private static int Attribute(ReadOnlySpan<char> text, int from)
    {
        var at = SkipSpace(text, from);
        if (at == from || at >= text.Length || !(char.IsAsciiLetter(text[at]) || text[at] is '_' or ':'))
        {
            return 0;
        }

        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or ':' or '.' or '-'))
        {
            at++;
        }

        var equals = SkipSpace(text, at);
        if (equals >= text.Length || text[equals] != '=')
        {
            return at;
        }

        at = SkipSpace(text, equals + 1);
        if (at >= text.Length)
        {
            return 0;
        }

        if (text[at] is '"' or '\'')
        {
            var close = text[(at + 1)..].IndexOf(text[at]);
            return close < 0 ? 0 : at + close + 2;
        }

        var length = text[at..].IndexOfAny(UnquotedEnd);
        length = length < 0 ? text.Length - at : length;
        return length == 0 ? 0 : at + length;
    }
}
