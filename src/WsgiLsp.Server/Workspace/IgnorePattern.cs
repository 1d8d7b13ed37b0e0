using System.Collections.Immutable;

namespace WsgiLsp.Server.Workspace;

/// <summary>One line of a <c>.gitignore</c>, as git reads it.</summary>
public sealed class IgnorePattern
{
    private const string AnyFolders = "**";

    private readonly ImmutableArray<string> segments;
    private readonly bool foldersOnly;

    private IgnorePattern(ImmutableArray<string> segments, bool isNegated, bool foldersOnly)
    {
        this.segments = segments;
        IsNegated = isNegated;
        this.foldersOnly = foldersOnly;
    }

    /// <summary>Whether the line takes back what an earlier one ignored (<c>!keep.md</c>).</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line; null for an empty one, a comment, or a pattern that can match nothing.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = TrimTrailingSpaces(line.TrimEnd('\r'));
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        if (isNegated)
        {
            text = text[1..];
        }

        var namesFolder = text.EndsWith('/');
        if (namesFolder)
        {
            text = text[..^1];
        }

        var isAnchored = text.Contains('/', StringComparison.Ordinal);
        if (text.StartsWith('/'))
        {
            text = text[1..];
        }

        if (text.Length == 0)
        {
            return null;
        }

        var parts = text.Split('/').ToList();
        if (!isAnchored)
        {
            parts.Insert(0, AnyFolders);
        }

        // "a/**" is all that is inside a, not a itself.
        if (parts[^1] == AnyFolders)
        {
            parts.Add("*");
        }

        return new IgnorePattern([.. parts], isNegated, namesFolder);
    }

    /// <summary>Whether the pattern names a path.</summary>
    /// <param name="names">The path's names, from the folder of the pattern's file on.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool Matches(ReadOnlySpan<string> names, bool isFolder)
    {
        if (foldersOnly && !isFolder)
        {
            return false;
        }

        var (segment, name) = (0, 0);
        var (retrySegment, retryName) = (-1, 0);
        while (name < names.Length)
        {
            if (segment < segments.Length && segments[segment] == AnyFolders)
            {
                retrySegment = ++segment;
                retryName = name;
            }
            else if (segment < segments.Length && MatchesName(segments[segment], names[name]))
            {
                segment++;
                name++;
            }
            else if (retrySegment >= 0)
            {
                segment = retrySegment;
                name = ++retryName;
            }
            else
            {
                return false;
            }
        }

        return segment == segments.Length;
    }

    private static string TrimTrailingSpaces(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !IsEscaped(line, end - 1))
        {
            end--;
        }

        return line[..end];
    }

    private static bool IsEscaped(string line, int index)
    {
        var backslashes = 0;
        while (index - backslashes > 0 && line[index - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private static bool MatchesName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n) = (0, 0);
        var (retryPattern, retryName) = (-1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                retryPattern = ++p;
                retryName = n;
            }
            else if (p < pattern.Length && MatchOne(pattern[p..], name[n]) is > 0 and var used)
            {
                p += used;
                n++;
            }
            else if (retryPattern >= 0)
            {
                p = retryPattern;
                n = ++retryName;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    /// <summary>How many characters of the pattern stand for this one; 0 when they do not.</summary>
    private static int MatchOne(ReadOnlySpan<char> pattern, char c) =>
        pattern[0] switch
        {
            '?' => 1,
            '[' => MatchBracket(pattern, c),
            '\\' => pattern.Length > 1 && pattern[1] == c ? 2 : 0,
            var literal => literal == c ? 1 : 0,
        };

    private static int MatchBracket(ReadOnlySpan<char> pattern, char c)
    {
        var isNegated = pattern.Length > 1 && pattern[1] is '!' or '^';
        var first = isNegated ? 2 : 1;
        var found = false;
        for (var i = first; i < pattern.Length; )
        {
            if (pattern[i] == ']' && i > first)
            {
                return found != isNegated ? i + 1 : 0;
            }

            if (pattern[i..].StartsWith("[:") && pattern[i..].IndexOf(":]") is > 0 and var end)
            {
                found |= IsInClass(pattern[(i + 2)..(i + end)], c);
                i += end + 2;
                continue;
            }

            var low = Literal(pattern, ref i);
            var high = low;
            if (i + 1 < pattern.Length && pattern[i] == '-' && pattern[i + 1] != ']')
            {
                i++;
                high = Literal(pattern, ref i);
            }

            found |= c >= low && c <= high;
        }

        return 0;
    }

    private static char Literal(ReadOnlySpan<char> pattern, ref int i)
    {
        if (pattern[i] == '\\' && i + 1 < pattern.Length)
        {
            i++;
        }

        return pattern[i++];
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char c) =>
        name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit(c),
            "alpha" => char.IsAsciiLetter(c),
            "blank" => c is ' ' or '\t',
            "cntrl" => char.IsAscii(c) && char.IsControl(c),
            "digit" => char.IsAsciiDigit(c),
            "graph" => c is > ' ' and <= '~',
            "lower" => char.IsAsciiLetterLower(c),
            "print" => c is >= ' ' and <= '~',
            "punct" => c is > ' ' and <= '~' && !char.IsAsciiLetterOrDigit(c),
            "space" => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper(c),
            "xdigit" => char.IsAsciiHexDigit(c),
            _ => false,
        };
}
