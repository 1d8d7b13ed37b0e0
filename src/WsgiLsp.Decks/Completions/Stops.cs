using System.Text;

namespace WsgiLsp.Decks.Completions;

/// <summary>Texts with stops at which an author goes on, as editors know them from snippets.</summary>
internal static class Stops
{
    /// <summary>The text that is left where an editor knows no stops: what stands at them stays.</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '$' || at + 1 == text.Length)
            {
                result.Append(text[at]);
            }
            else if (text[at + 1] == '{' && text.IndexOf('}', at) is >= 0 and var end)
            {
                var colon = text.IndexOf(':', at, end - at);
                result.Append(colon < 0 ? "" : text.AsSpan(colon + 1, end - colon - 1));
                at = end;
            }
            else
            {
                at++;
            }
        }

        return result.ToString();
    }
}
