using System.Buffers;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Names that HTML gives to places: <c>&lt;a name="x"&gt;</c>, <c>id="x"</c>.</summary>
internal static class HtmlNames
{
    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n>\"'");

    private static readonly SearchValues<string> NamingAttributes = SearchValues.Create(
        ["id=", "name="],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The names in a text, in order.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; )
        {
            var next = text.AsSpan(at).IndexOfAny(NamingAttributes);
            if (next < 0)
            {
                yield break;
            }

            var value = text.IndexOf('=', at + next) + 1;
            var name = Value(text, value);
            if (name.Length > 0)
            {
                yield return name;
            }

            at = value;
        }
    }

    private static string Value(string text, int start)
    {
        if (start >= text.Length)
        {
            return "";
        }

        var quote = text[start];
        if (quote is not ('"' or '\''))
        {
            var rest = text.AsSpan(start);
            var bare = rest.IndexOfAny(EndOfBareValue);
            return (bare < 0 ? rest : rest[..bare]).ToString();
        }

        var end = text.IndexOf(quote, start + 1);
        return end < 0 ? "" : text[(start + 1)..end];
    }
}
