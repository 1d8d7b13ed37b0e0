using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>What a callout is to a card.</summary>
internal enum CalloutRole
{
    /// <summary><c>[!TIP]</c></summary>
    Hint,

    /// <summary><c>[!NOTE]</c>, <c>[!WARNING]</c>, <c>[!CAUTION]</c></summary>
    Explanation,

    /// <summary><c>[!IMPORTANT]</c></summary>
    Rubric,
}

/// <summary>The mark with which a quote says that it is a callout.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Span">From bracket to bracket.</param>
/// <param name="HasTitle">Whether text follows on its line, which makes it a plain quote.</param>
internal sealed record CalloutMark(string Name, TextSpan Span, bool HasTitle);

/// <summary>GitHub's callouts: a block quote whose first line is <c>[!NAME]</c> and nothing else.</summary>
public static class Callout
{
    /// <summary>The names that GitHub knows.</summary>
    internal static ImmutableArray<string> Names { get; } = ["TIP", "NOTE", "WARNING", "CAUTION", "IMPORTANT"];

    /// <summary>Further names that are read here; GitHub shows those as plain quotes.</summary>
    internal static ImmutableArray<string> Aliases { get; } = ["hint", "explanation", "concepts"];

    /// <summary>GitHub's name for a callout's name, whatever its case; null where it is not known.</summary>
    public static string? NameOf(string name) =>
        name.ToUpperInvariant() switch
        {
            "HINT" => "TIP",
            "EXPLANATION" => "NOTE",
            "CONCEPTS" => "IMPORTANT",
            var upper => Names.Contains(upper) ? upper : null,
        };

    /// <summary>The callout that a block is, or null.</summary>
    internal static CalloutRole? RoleOf(SectionSource source, BodyBlock block) =>
        MarkOf(source, block) is { HasTitle: false } mark
            ? NameOf(mark.Name) switch
            {
                "TIP" => CalloutRole.Hint,
                "NOTE" or "WARNING" or "CAUTION" => CalloutRole.Explanation,
                "IMPORTANT" => CalloutRole.Rubric,
                _ => null,
            }
            : null;

    /// <summary>The mark with which a quote begins, its name known or not; null where there is none.</summary>
    internal static CalloutMark? MarkOf(SectionSource source, BodyBlock block)
    {
        if (block.Syntax is not QuoteBlock)
        {
            return null;
        }

        var full = source.Line(block.Lines.First);
        var line = full.TrimStart(" \t");
        if (line is not ['>', ..])
        {
            return null;
        }

        line = line[1..].Trim(" \t");
        if (line is not ['[', '!', ..])
        {
            return null;
        }

        var end = line.IndexOf(']');
        if (end < 3)
        {
            return null;
        }

        var name = line[2..end];
        var rest = line[(end + 1)..];
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return null;
            }
        }

        if (rest is ['(' or '[' or ':', ..])
        {
            // A link whose text begins with "!", or a definition.
            return null;
        }

        var at = source.LineStart(block.Lines.First) + full.IndexOf('[');
        return new CalloutMark(name.ToString(), new TextSpan(at, end + 1), !rest.IsEmpty);
    }

    /// <summary>What a callout says, as Markdown.</summary>
    internal static string Text(SectionSource source, BodyBlock block) =>
        source.Unquoted(block.Lines with { First = block.Lines.First + 1 });
}
