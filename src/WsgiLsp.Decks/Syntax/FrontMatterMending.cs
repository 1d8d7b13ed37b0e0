using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using YamlDotNet.Core;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// What is wrong with YAML that does not parse, where that is one of the usual slips: tabs, a value that needs quotes, or one
/// that is not closed. It is tried: the error must go away, or further down.
/// </summary>
/// <param name="source">The front matter.</param>
/// <param name="place">Where it stands.</param>
/// <param name="error">Why it does not parse.</param>
internal sealed class FrontMatterMending(SectionSource source, FrontMatterSpan place, Exception error)
{
    private readonly int wrongLine = place.FirstLine + FrontMatterSource.LineOf(error);

    /// <summary>The problem with its fix; null where it is none of the usual ones.</summary>
    public FrontMatterProblem? Problem => Tabs() ?? Unclosed() ?? Quotes(wrongLine) ?? Quotes(wrongLine - 1);

    private FrontMatterProblem? Tabs()
    {
        var (deeper, none) = (Unindented("  "), Unindented(""));
        if (deeper.IsEmpty)
        {
            return null;
        }

        // The error may be told of a line above the tab.
        var line = Math.Max(wrongLine, source.LineAt(deeper[0].Span.Start));
        var mended =
            Mends(deeper, line) ? deeper
            : Mends(none, line) ? none
            : [];
        return mended.IsEmpty && !error.Message.Contains("tab character", StringComparison.Ordinal)
            ? null
            : Tell(
                deeper[0].Span,
                "YAML is indented with spaces, never with tabs.",
                mended.IsEmpty ? [] : [new Fix("Replace the tabs", mended, IsPreferred: true)]
            );
    }

    /// <summary>The edits that put something else in place of each tab in an indentation.</summary>
    private ImmutableArray<TextEdit> Unindented(string tab)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var i = place.FirstLine; i < place.EndLine; i++)
        {
            var line = source.Line(i);
            var indent = line[..^line.TrimStart(" \t").Length];
            var first = indent.IndexOf('\t');
            if (first >= 0)
            {
                var span = new TextSpan(source.LineStart(i) + first, indent.Length - first);
                edits.Add(new TextEdit(span, indent[first..].ToString().Replace("\t", tab, StringComparison.Ordinal)));
            }
        }

        return edits.ToImmutable();
    }

    private FrontMatterProblem? Quotes(int line)
    {
        if (line < place.FirstLine || line >= place.EndLine || ValueOn(line) is not { } span)
        {
            return null;
        }

        var value = source.Text.Substring(span.Start, span.Length);
        var quoted =
            value.AsSpan().IndexOfAny('"', '\\') < 0
                ? $"\"{value}\""
                : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        var edit = new TextEdit(span, quoted);
        return Mends([edit], wrongLine)
            ? Tell(
                span,
                value.Contains(':', StringComparison.Ordinal)
                    ? "A text with a colon in it needs quotes."
                    : "A text that begins with such a sign needs quotes.",
                [new Fix($"Write {quoted}", [edit], IsPreferred: true)]
            )
            : null;
    }

    /// <summary>
    /// A list, a mapping or a text that is closed nowhere. The parser tells it where it gave up looking, often at the end.
    /// </summary>
    private FrontMatterProblem? Unclosed()
    {
        for (var line = Math.Min(wrongLine, place.EndLine - 1); line >= place.FirstLine; line--)
        {
            if (RestOf(line) is not { } span)
            {
                continue;
            }

            if (Closing(source.Text.AsSpan(span.Start, span.Length)) is not { } close)
            {
                continue;
            }

            var edit = new TextEdit(new TextSpan(span.End, 0), close);
            if (Mends([edit], Math.Max(wrongLine, line)))
            {
                return Tell(
                    span,
                    $"A closing {close} is missing.",
                    [new Fix($"Write the closing {close}", [edit], IsPreferred: true)]
                );
            }
        }

        return null;
    }

    /// <summary>What a value that begins with a bracket or a quote lacks at its end; null where it has that.</summary>
    private static string? Closing(ReadOnlySpan<char> value) =>
        value switch
        {
            ['[', .., ']'] or ['{', .., '}'] or ['"', .., '"'] or ['\'', .., '\''] => null,
            ['[', ..] => "]",
            ['{', ..] => "}",
            ['"', ..] => "\"",
            ['\'', ..] => "'",
            _ => null,
        };

    /// <summary>What stands behind the key of a line, without a comment; null where there is nothing.</summary>
    private TextSpan? RestOf(int index)
    {
        var line = source.Line(index);
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var value = line[(colon + 1)..].TrimStart(" \t");
        var start = line.Length - value.Length;
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        value = (comment < 0 ? value : value[..comment]).TrimEnd();
        return value.IsEmpty ? null : new TextSpan(source.LineStart(index) + start, value.Length);
    }

    /// <summary>The value of the key on a line, without a comment; null where it has none, or one that is meant to be more than a text.</summary>
    private TextSpan? ValueOn(int index)
    {
        if (RestOf(index) is not { } rest)
        {
            return null;
        }

        var value = source.Text.AsSpan(rest.Start, rest.Length);
        var isList = value is ['[' or '{', ..] && value[^1] is not (']' or '}') && value.IndexOfAny(']', '}') < 0;
        return value is ['"' or '\'' or '#', ..] || isList ? null : rest;
    }

    private static FrontMatterProblem Tell(TextSpan span, string message, ImmutableArray<Fix> fixes) =>
        new(span, message + " From here on the front matter is ignored.", IsBroken: true, fixes);

    /// <summary>Whether edits leave no error up to a line.</summary>
    private bool Mends(ImmutableArray<TextEdit> edits, int line)
    {
        var (start, end) = (source.LineStart(place.FirstLine), source.LineStart(place.EndLine));
        var text = new StringBuilder();
        var at = start;
        foreach (var edit in edits)
        {
            text.Append(source.Text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        try
        {
            FrontMatterSource.Parse(text.Append(source.Text, at, end - at).ToString());
            return true;
        }
        catch (Exception other) when (other is YamlException or InvalidOperationException or ArgumentException)
        {
            return other is YamlException && place.FirstLine + FrontMatterSource.LineOf(other) > line;
        }
    }
}
