using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Rendering.Html;

/// <summary>
/// A text whose blanks are characters of their own, which Markdown leaves where they are: even in an address they can become
/// nothing but text.
/// </summary>
internal static class BlankText
{
    /// <summary>What stands for the first blank; the others follow it, private-use characters all.</summary>
    public const char First = '\ue000';

    private const int Most = '\uf8ff' - First + 1;

    /// <summary>A text with such a character for each blank. Others of the kind that it may hold are taken out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clozes">Its blanks, in order.</param>
    public static string Of(string text, ImmutableArray<Cloze> clozes)
    {
        var result = new StringBuilder();
        var at = 0;
        for (var i = 0; i < Math.Min(clozes.Length, Most); i++)
        {
            Append(clozes[i].Start);
            result.Append((char)(First + i));
            at = clozes[i].Start + clozes[i].Length;
        }

        Append(text.Length);
        return result.ToString();

        void Append(int end)
        {
            foreach (var c in text.AsSpan(at, end - at))
            {
                result.Append(c - First is >= 0 and < Most ? '\ufffd' : c);
            }
        }
    }
}
