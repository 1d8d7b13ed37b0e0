using System.Globalization;

namespace WsgiLsp.Study.Transcript;

/// <summary><c>!3 b</c>: another answer for an item of an exam.</summary>
/// <param name="Number">The item's number.</param>
/// <param name="Line">The answer; empty where the item is only to be opened again.</param>
internal sealed record Change(int Number, string Line)
{
    /// <summary>Reads a line; null for any other.</summary>
    /// <param name="line">The line.</param>
    /// <param name="needsColon">Whether only a line with a colon before it is one.</param>
    public static Change? Parse(string line, bool needsColon)
    {
        var text = line.Trim();
        var hasColon = text.StartsWith(':');
        text = hasColon ? text[1..] : text;
        if ((needsColon && !hasColon) || !text.StartsWith('!'))
        {
            return null;
        }

        var digits = text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end
            ? text[1..(end + 1)]
            : text[1..];
        var rest = text[(digits.Length + 1)..];
        return
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (rest.Length == 0 || char.IsWhiteSpace(rest[0]))
            ? new Change(number, rest.Trim())
            : null;
    }
}
