using Markdig.Syntax;

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

/// <summary>GitHub's callouts: a block quote whose first line is <c>[!NAME]</c> and nothing else.</summary>
internal static class Callout
{
    /// <summary>The callout that a block is, or null.</summary>
    public static CalloutRole? RoleOf(SectionSource source, BodyBlock block)
    {
        if (block.Syntax is not QuoteBlock)
        {
            return null;
        }

        var line = source.Line(block.Lines.First).TrimStart(" \t");
        if (line is not ['>', ..])
        {
            return null;
        }

        var mark = line[1..].Trim(" \t");
        if (mark is not ['[', '!', .., ']'])
        {
            return null;
        }

        // Aliases are read as well; GitHub shows those as plain quotes.
        return mark[2..^1].ToString().ToUpperInvariant() switch
        {
            "TIP" or "HINT" => CalloutRole.Hint,
            "NOTE" or "WARNING" or "CAUTION" or "EXPLANATION" => CalloutRole.Explanation,
            "IMPORTANT" or "CONCEPTS" => CalloutRole.Rubric,
            _ => null,
        };
    }

    /// <summary>What a callout says, as Markdown.</summary>
    public static string Text(SectionSource source, BodyBlock block) =>
        source.Unquoted(block.Lines with { First = block.Lines.First + 1 });
}
