using System.Collections.Frozen;
using System.Text;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// Unicode's composed and decomposed forms of accented Latin letters, and letters without their accents. The program
/// runs without ICU, where the platform's own normalisation silently does nothing. Letters of other scripts stay as they
/// are.
/// </summary>
public static class LatinForms
{
    private const char FirstAccented = '\u00C0';
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    private static readonly FrozenDictionary<char, (char Base, char Mark)> Decompositions = LatinTable
        .Compositions.SelectMany(row => row.Pairs.Chunk(2), (row, pair) => (Letter: pair[1], Base: pair[0], row.Mark))
        .ToFrozenDictionary(split => split.Letter, split => (split.Base, split.Mark));

    private static readonly FrozenDictionary<(char Base, char Mark), char> Compositions =
        Decompositions.ToFrozenDictionary(split => split.Value, split => split.Key);

    /// <summary>
    /// Letters that Unicode does not take apart, and what people write who do not find them on their keyboard. An umlaut
    /// loses its dots and becomes no <c>ae</c>: that is how it is written where accents are left out, and other languages
    /// have dots as well.
    /// </summary>
    private static readonly FrozenDictionary<char, string> PlainLetters = new Dictionary<char, string>
    {
        ['Æ'] = "AE",
        ['æ'] = "ae",
        ['Ð'] = "D",
        ['ð'] = "d",
        ['Ø'] = "O",
        ['ø'] = "o",
        ['Þ'] = "Th",
        ['þ'] = "th",
        ['ß'] = "ss",
        ['ẞ'] = "SS",
        ['Đ'] = "D",
        ['đ'] = "d",
        ['Ħ'] = "H",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['Ł'] = "L",
        ['ł'] = "l",
        ['Œ'] = "OE",
        ['œ'] = "oe",
        ['ſ'] = "s",
        ['Ŧ'] = "T",
        ['ŧ'] = "t",
    }.ToFrozenDictionary();

    /// <summary>The text with every accent as a mark of its own, in Unicode's order of marks (NFD).</summary>
    public static string Decompose(string text)
    {
        if (!HasAccents(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        var marks = new List<char>();
        foreach (var c in text)
        {
            if (OrderOf(c) > 0)
            {
                marks.Add(c);
                continue;
            }

            Flush(result, marks);
            result.Append(Split(c, marks));
        }

        Flush(result, marks);
        return result.ToString();
    }

    /// <summary>The text with every accent joined to its letter, where there is such a letter (NFC).</summary>
    public static string Compose(string text)
    {
        if (!HasAccents(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var (letter, lastOrder) = (-1, 0);
        foreach (var c in Decompose(text))
        {
            var order = OrderOf(c);

            // A mark reaches its letter over marks of smaller order only.
            if (letter >= 0 && order > lastOrder && Compositions.TryGetValue((result[letter], c), out var composed))
            {
                result[letter] = composed;
                continue;
            }

            if (order == 0)
            {
                letter = result.Length;
            }

            lastOrder = order;
            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>
    /// The text as somebody writes it who has no accents: marks are left out, and what are letters of their own becomes
    /// what stands for it elsewhere (<c>ø</c> o, <c>ł</c> l, <c>ß</c> ss, <c>æ</c> ae). Upper case stays.
    /// </summary>
    public static string StripAccents(string text)
    {
        if (!HasAccents(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            if (PlainLetters.TryGetValue(c, out var plain))
            {
                result.Append(plain);
            }
            else if (c is < FirstMark or > LastMark)
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool HasAccents(string text) => text.AsSpan().ContainsAnyInRange(FirstAccented, '\u1EFF');

    /// <summary>A letter without its marks, which are added to a list.</summary>
    private static char Split(char letter, List<char> marks)
    {
        while (Decompositions.TryGetValue(letter, out var split))
        {
            marks.Insert(0, split.Mark);
            letter = split.Base;
        }

        return letter;
    }

    private static void Flush(StringBuilder result, List<char> marks)
    {
        foreach (var mark in marks.Count > 1 ? marks.OrderBy(OrderOf) : marks.AsEnumerable())
        {
            result.Append(mark);
        }

        marks.Clear();
    }

    private static int OrderOf(char c) => c is >= FirstMark and <= LastMark ? LatinTable.MarkOrder[c - FirstMark] : 0;
}
