using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The first word of a true-false card's body.</summary>
/// <param name="IsTrue">Whether the statement holds.</param>
/// <param name="Rest">What follows in the same paragraph: it explains.</param>
internal sealed record TrueFalseAnswer(bool IsTrue, string Rest)
{
    private static readonly string[] Bold = ["**", "__"];

    /// <summary>Reads a body that begins with the word True or False, then a full stop or the paragraph's end; else null.</summary>
    public static TrueFalseAnswer? Read(SectionSource source, CardBody body)
    {
        if (body.Flow.Count == 0 || body.Flow[0].Syntax is not ParagraphBlock)
        {
            return null;
        }

        var text = source.Markdown(body.Flow[0].Lines);
        var rest = text.AsSpan();
        var mark = Bold.FirstOrDefault(b => text.StartsWith(b, StringComparison.Ordinal)) ?? "";
        rest = rest[mark.Length..];
        var isTrue = rest.StartsWith("True", StringComparison.Ordinal);
        if (!isTrue && !rest.StartsWith("False", StringComparison.Ordinal))
        {
            return null;
        }

        rest = rest[(isTrue ? "True" : "False").Length..];
        var stopped = Skip(ref rest, ".");
        if (mark.Length > 0 && !Skip(ref rest, mark))
        {
            return null;
        }

        stopped |= Skip(ref rest, ".");
        var goesOn = rest.Length == 0 || (stopped && char.IsWhiteSpace(rest[0]));
        return goesOn ? new TrueFalseAnswer(isTrue, rest.Trim().ToString()) : null;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, string mark)
    {
        if (!text.StartsWith(mark, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[mark.Length..];
        return true;
    }
}
