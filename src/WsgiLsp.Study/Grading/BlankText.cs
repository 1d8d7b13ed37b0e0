using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>What belongs into a blank, as it is typed.</summary>
internal static class BlankText
{
    private const int ShortestFence = 3;

    /// <summary>The answer without Markdown's marks, and whether it is code: in backticks, or a blank within code.</summary>
    public static (string Text, bool IsCode) Of(ClozeContent content, Cloze blank) =>
        StandsInCode(content.Text, blank.Start) ? (blank.Answer, true)
        : blank.Answer.Contains('`', StringComparison.Ordinal)
            ? (WhiteSpace.Squeeze(blank.Answer.Replace("`", "", StringComparison.Ordinal)), true)
        : (Unescape(WithoutEmphasis(blank.Answer)), false);

    private static string WithoutEmphasis(string text)
    {
        while (text is ['*', _, .., '*'] or ['_', _, .., '_'] && text[0] == text[^1])
        {
            text = text[1..^1];
        }

        return text;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]);
            if (isEscape && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1])))
            {
                i++;
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>Whether a place is inside a fence or a code span.</summary>
    private static bool StandsInCode(string text, int place)
    {
        var lastRuns = LastRuns(text);
        for (var at = 0; at <= place; )
        {
            var run = RunAt(text, at);
            var isFence = run >= ShortestFence && BeginsLine(text, at);
            if (!isFence && (run == 0 || text[at] == '~' || lastRuns[run] == at))
            {
                at += Math.Max(run, 1);
                continue;
            }

            var end = EndOfCode(text, at, run, isFence);
            if (end > place)
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    /// <summary>
    /// Where the last run of each length of backticks stands: what begins there is no code, and is not looked for to the
    /// end of the text.
    /// </summary>
    private static Dictionary<int, int> LastRuns(string text)
    {
        var result = new Dictionary<int, int>();
        for (var at = 0; at < text.Length; )
        {
            var run = RunAt(text, at);
            if (run > 0 && text[at] == '`')
            {
                result[run] = at;
            }

            at += Math.Max(run, 1);
        }

        return result;
    }

    /// <summary>Just past the run of marks that ends code; past the text where nothing does.</summary>
    private static int EndOfCode(string text, int start, int length, bool isFence)
    {
        for (var at = start + length; at < text.Length; )
        {
            var run = RunAt(text, at);
            if (text[at] == text[start] && (isFence ? run >= length && BeginsLine(text, at) : run == length))
            {
                return at + run;
            }

            at += Math.Max(run, 1);
        }

        return text.Length + 1;
    }

    /// <summary>Length of a run of backticks or tildes; 0 where none is.</summary>
    private static int RunAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ('`' or '~') && text[end] == text[at])
        {
            end++;
        }

        return end - at;
    }

    private static bool BeginsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is (' ' or '\t' or '>'))
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }
}
