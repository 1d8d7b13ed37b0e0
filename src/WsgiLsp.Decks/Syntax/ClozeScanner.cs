using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Which marks make a blank.</summary>
[Flags]
internal enum ClozeMarks
{
    /// <summary><c>{{answer}}</c>, never inside code, math or links.</summary>
    Braces = 0,

    /// <summary><c>==answer==</c> as well: the front matter's <c>cloze: mark</c>.</summary>
    Highlight = 1,

    /// <summary>Inside code and math, too: an explicit <c>kind=cloze</c>.</summary>
    Everywhere = 2,
}

/// <summary>Finds the blanks in a text.</summary>
internal static class ClozeScanner
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const string Highlight = "==";
    private const string Separator = "::";

    // More than any blank; it keeps braces that nobody closes from costs that grow with the square of the text.
    private const int Longest = 1000;

    /// <summary>Whether a text may hold blanks at all: cheap, and right where it says no.</summary>
    public static bool MayHave(string text, ClozeMarks marks) =>
        text.Contains(Open, StringComparison.Ordinal)
        || (marks.HasFlag(ClozeMarks.Highlight) && text.Contains(Highlight, StringComparison.Ordinal));

    /// <summary>The blanks of a Markdown text, in order.</summary>
    public static ImmutableArray<Cloze> Find(string text, ClozeMarks marks)
    {
        if (!MayHave(text, marks))
        {
            return [];
        }

        if (marks.HasFlag(ClozeMarks.Everywhere))
        {
            return Find(text, [new TextSpan(0, text.Length)], [], marks);
        }

        return MarkdownReader.Read(text) is { } document ? Find(text, document, marks) : [];
    }

    /// <summary>The blanks in some blocks of a text, in order.</summary>
    public static ImmutableArray<Cloze> Find(string text, IEnumerable<Block> blocks, ClozeMarks marks)
    {
        var leaves = new List<LeafBlock>();
        foreach (var block in blocks)
        {
            Collect(block, leaves);
        }

        var opaque = new List<TextSpan>();
        foreach (var leaf in leaves)
        {
            Collect(leaf.Inline!, opaque);
        }

        return Find(text, leaves.Select(leaf => SpanOf(text, leaf.Span)), opaque, marks);
    }

    /// <summary>The blanks in some places of a text, inside code and math, too.</summary>
    public static ImmutableArray<Cloze> FindEverywhere(string text, IEnumerable<TextSpan> places, ClozeMarks marks) =>
        Find(text, places, [], marks | ClozeMarks.Everywhere);

    /// <summary>
    /// What would be a blank with one brace more, in paragraphs whose braces pair but for that one; outside code, math and
    /// links.
    /// </summary>
    /// <returns>The place, where the brace is missing, and the brace.</returns>
    public static IEnumerable<(TextSpan Span, int At, string Brace)> FindHalfClosed(
        string text,
        IEnumerable<Block> blocks
    )
    {
        if (!text.Contains(Open, StringComparison.Ordinal) && !text.Contains(Close, StringComparison.Ordinal))
        {
            yield break;
        }

        var leaves = new List<LeafBlock>();
        foreach (var block in blocks)
        {
            Collect(block, leaves);
        }

        foreach (var leaf in leaves)
        {
            var opaque = new List<TextSpan>();
            Collect(leaf.Inline!, opaque);
            var runs = Braces(text, SpanOf(text, leaf.Span), opaque);
            var balance = runs.Sum(run => text[run.Start] == '{' ? run.Length : -run.Length);
            for (var i = 0; balance is 1 or -1 && i + 1 < runs.Count; i++)
            {
                var (left, right) = (runs[i], runs[i + 1]);
                if (
                    text[left.Start] == '{'
                    && text[right.Start] == '}'
                    && (left.Length, right.Length) == (balance > 0 ? (2, 1) : (1, 2))
                    && IsAnswer(text.AsSpan(left.End, right.Start - left.End))
                )
                {
                    yield return (
                        TextSpan.FromBounds(left.Start, right.End),
                        balance > 0 ? right.End : left.Start,
                        balance > 0 ? "}" : "{"
                    );
                    break;
                }
            }
        }
    }

    private static bool IsAnswer(ReadOnlySpan<char> inside) =>
        inside is [not ('%' or '#'), ..]
        && inside.Length < Longest
        && inside.IndexOfAny('\r', '\n') < 0
        && !char.IsWhiteSpace(inside[0])
        && !char.IsWhiteSpace(inside[^1]);

    /// <summary>The runs of like braces in a place, without escaped ones and those in code, math or links.</summary>
    private static List<TextSpan> Braces(string text, TextSpan place, List<TextSpan> opaque)
    {
        var runs = new List<TextSpan>();
        var next = 0;
        for (var at = place.Start; at < place.End; )
        {
            while (next < opaque.Count && opaque[next].End <= at)
            {
                next++;
            }

            if (next < opaque.Count && opaque[next].Start <= at)
            {
                at = opaque[next].End;
            }
            else if (text[at] == '\\')
            {
                if (at + 1 < place.End && text[at + 1] is '{' or '}')
                {
                    // Who escapes a brace means the others beside it as they stand.
                    return [];
                }

                at += 2;
            }
            else if (MathEnd(text, at, place.End) is > 0 and var math)
            {
                at = math;
            }
            else if (text[at] is '{' or '}')
            {
                var length = text.AsSpan(at, place.End - at).IndexOfAnyExcept(text[at]);
                runs.Add(new TextSpan(at, length < 0 ? place.End - at : length));
                at = runs[^1].End;
            }
            else
            {
                at++;
            }
        }

        return runs;
    }

    private static ImmutableArray<Cloze> Find(
        string text,
        IEnumerable<TextSpan> places,
        List<TextSpan> opaque,
        ClozeMarks marks
    )
    {
        var result = ImmutableArray.CreateBuilder<Cloze>();
        var next = 0;
        foreach (var place in places)
        {
            var at = place.Start;
            while (at < place.End)
            {
                while (next < opaque.Count && opaque[next].End <= at)
                {
                    next++;
                }

                if (next < opaque.Count && opaque[next].Start <= at)
                {
                    at = opaque[next].End;
                }
                else if (text[at] == '\\')
                {
                    at += 2;
                }
                else if (!marks.HasFlag(ClozeMarks.Everywhere) && MathEnd(text, at, place.End) is > 0 and var math)
                {
                    at = math;
                }
                else if (Read(text, at, place.End, marks) is { } cloze)
                {
                    result.Add(cloze);
                    at += cloze.Length;
                }
                else
                {
                    at++;
                }
            }
        }

        return result.DrainToImmutable();
    }

    private static Cloze? Read(string text, int at, int end, ClozeMarks marks)
    {
        var rest = text.AsSpan(at, end - at);
        if (rest.StartsWith(Open, StringComparison.Ordinal))
        {
            // Of three braces the inner two are the mark.
            if (rest.Length > Open.Length && rest[Open.Length] == Open[0])
            {
                return null;
            }

            return Read(text, at, end, Close);
        }

        return marks.HasFlag(ClozeMarks.Highlight) && rest.StartsWith(Highlight, StringComparison.Ordinal)
            ? Read(text, at, end, Highlight)
            : null;
    }

    private static Cloze? Read(string text, int at, int end, string close)
    {
        var from = at + Open.Length;
        var to = EndOf(text, from, end, close);
        if (to <= from || char.IsWhiteSpace(text[from]) || char.IsWhiteSpace(text[to - 1]))
        {
            // "{{ x }}" is template code.
            return null;
        }

        var inside = text[from..to];
        var length = to + close.Length - at;
        var parts = inside.Split(Separator);
        var number = parts.Length > 1 && IsNumbered(parts[0]) ? parts[0] : null;
        var rest = number is null ? inside : inside[(number.Length + Separator.Length)..];
        var hint = rest.IndexOf(Separator, StringComparison.Ordinal);
        var answer = hint < 0 ? rest : rest[..hint];
        if (answer.Length == 0)
        {
            return null;
        }

        return new Cloze(
            number ?? HeadingAnchor.Of(answer),
            answer,
            hint < 0 ? "" : rest[(hint + Separator.Length)..],
            at,
            length
        );
    }

    /// <summary>Where a blank ends; never over a blank line.</summary>
    private static int EndOf(string text, int from, int end, string close)
    {
        var found = text.IndexOf(close, from, Math.Min(end - from, Longest), StringComparison.Ordinal);
        return found < 0 || HasBlankLine(text.AsSpan(from, found - from)) ? -1 : found;
    }

    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        var lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (lines++ > 0 && line.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumbered(string part) =>
        part is ['c', _, ..]
        && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0;

    /// <summary>Where the math that begins here ends, as GitHub reads <c>$…$</c> and <c>$$…$$</c>; 0 where none does.</summary>
    private static int MathEnd(string text, int at, int end)
    {
        if (text[at] != '$' || at + 1 >= end)
        {
            return 0;
        }

        if (text[at + 1] == '$')
        {
            var close = text.IndexOf("$$", at + 2, end - at - 2, StringComparison.Ordinal);
            return close < 0 ? 0 : close + 2;
        }

        if (char.IsWhiteSpace(text[at + 1]))
        {
            return 0;
        }

        var dollar = text.IndexOf('$', at + 1, end - at - 1);
        var isMath =
            dollar > 0
            && !char.IsWhiteSpace(text[dollar - 1])
            && (dollar + 1 >= end || !char.IsLetterOrDigit(text[dollar + 1]));
        return isMath ? dollar + 1 : 0;
    }

    private static void Collect(Block block, List<LeafBlock> leaves)
    {
        if (block is LeafBlock { Inline: not null } leaf)
        {
            leaves.Add(leaf);
        }
        else if (block is ContainerBlock container)
        {
            foreach (var child in container)
            {
                Collect(child, leaves);
            }
        }
    }

    private static void Collect(ContainerInline container, List<TextSpan> opaque)
    {
        foreach (var inline in container)
        {
            if (inline is CodeInline or LinkInline or AutolinkInline or HtmlInline)
            {
                opaque.Add(new TextSpan(inline.Span.Start, inline.Span.Length));
            }
            else if (inline is ContainerInline inner)
            {
                Collect(inner, opaque);
            }
        }
    }

    private static TextSpan SpanOf(string text, Markdig.Syntax.SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End + 1, start, text.Length));
    }
}
