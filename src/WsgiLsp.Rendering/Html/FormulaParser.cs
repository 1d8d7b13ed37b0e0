using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Rendering.Html;

/// <summary>A formula within a text.</summary>
/// <param name="tex">The formula, TeX, without the dollars.</param>
/// <param name="isDisplayed">Whether it is to stand on a line of its own.</param>
internal sealed class FormulaInline(string tex, bool isDisplayed) : LeafInline
{
    public string Tex => tex;

    public bool IsDisplayed => isDisplayed;
}

/// <summary>
/// <c>$…$</c> and <c>$$…$$</c>. So that prices are none: no white space inside the dollars of <c>$…$</c>, and neither a
/// letter nor a digit before the first or after the last.
/// </summary>
internal sealed class FormulaParser : InlineParser
{
    private const char Dollar = '$';

    public FormulaParser() => OpeningCharacters = [Dollar];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (before == Dollar || char.IsLetterOrDigit(before))
        {
            return false;
        }

        var marks = slice.PeekChar() == Dollar ? 2 : 1;
        var text = slice.AsSpan()[marks..];
        var length = LengthOf(text, marks);
        if (length <= 0)
        {
            return false;
        }

        var tex = text[..length].Trim().ToString();
        processor.Inline = new FormulaInline(tex, isDisplayed: marks == 2)
        {
            Span = new(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + length + (2 * marks) - 1)
            ),
            Line = line,
            Column = column,
        };
        slice.Start += length + (2 * marks);
        return true;
    }

    /// <summary>How long the formula is that a text begins with, up to the dollars that end it; 0 where there is none.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, int marks)
    {
        if (text.IsEmpty || text[0] == Dollar || (marks == 1 && char.IsWhiteSpace(text[0])))
        {
            return 0;
        }

        for (var i = 1; i + marks <= text.Length; i++)
        {
            if (text[i] != Dollar || text[i - 1] == '\\')
            {
                continue;
            }

            var next = i + marks < text.Length ? text[i + marks] : ' ';
            if (marks == 2)
            {
                if (text[i + 1] == Dollar && !text[..i].IsWhiteSpace())
                {
                    return i;
                }
            }
            else if (!char.IsWhiteSpace(text[i - 1]) && next != Dollar && !char.IsLetterOrDigit(next))
            {
                return i;
            }
            else
            {
                // The first dollar that could end it decides.
                return 0;
            }
        }

        return 0;
    }
}
