namespace WsgiLsp.Decks.Syntax;

/// <summary>Guards YamlDotNet, which goes down one call for each level and would run out of stack.</summary>
internal static class YamlNesting
{
    private const int Deepest = 100;

    /// <summary>Whether a text could be nested more deeply than any front matter is. It may err on the safe side.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        var brackets = 0;
        foreach (var line in text.EnumerateLines())
        {
            var indicators = 0;
            foreach (var c in line)
            {
                brackets += c switch
                {
                    '[' or '{' => 1,
                    ']' or '}' => -1,
                    _ => 0,
                };
                indicators += c is '-' or '?' or ':' or ' ' ? 1 : 0;
                if (brackets > Deepest)
                {
                    return true;
                }
            }

            // Block collections nest by indentation and by indicators on one line.
            if (indicators > Deepest && line.TrimStart(" -?:").Length < line.Length - Deepest)
            {
                return true;
            }
        }

        return false;
    }
}
