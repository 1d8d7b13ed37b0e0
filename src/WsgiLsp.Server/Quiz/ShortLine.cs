using System.Collections.Immutable;

namespace WsgiLsp.Server.Quiz;

/// <summary>Lines cut to what a title or a message has room for.</summary>
internal static class ShortLine
{
    private const string Cut = "…";

    /// <summary>A line's beginning, or all of it where it is short enough.</summary>
    /// <param name="line">The line.</param>
    /// <param name="longest">How many characters there may be, at least two.</param>
    public static string Of(string line, int longest)
    {
        if (line.Length <= longest)
        {
            return line;
        }

        // Half a character is none, and half a word says little; but a word may fill the line.
        var end = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        var space = line.AsSpan(0, end + 1).LastIndexOf(' ');
        return string.Concat(line.AsSpan(0, space > longest / 2 ? space : end).TrimEnd(), Cut);
    }

    /// <summary>The same for several; those that would read alike are told by their ends, or from the word where they differ.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="longest">How many characters each may have, at least three.</param>
    public static ImmutableArray<string> Apart(ImmutableArray<string> lines, int longest) =>
        [
            .. lines.Select(line =>
            {
                var whole = Of(line, longest);
                var shared = lines
                    .Where(other => other != line && Of(other, longest) == whole)
                    .Select(other => Shared(line, other))
                    .DefaultIfEmpty()
                    .Max();
                return shared == 0 ? whole : Cut + Of(line[WithWordsBefore(line, shared, longest - 1)..], longest - 1);
            }),
        ];

    /// <summary>Where the end of a line begins when as many words stand before it as there is room for.</summary>
    private static int WithWordsBefore(string line, int start, int longest)
    {
        while (start > 0 && line.AsSpan(0, start - 1).LastIndexOf(' ') + 1 is var word && line.Length - word <= longest)
        {
            start = word;
        }

        return start;
    }

    /// <summary>How many characters two lines share before the first word in which they differ, or end.</summary>
    private static int Shared(string line, string other) =>
        line.AsSpan(0, line.AsSpan().CommonPrefixLength(other)).LastIndexOf(' ') + 1;
}
