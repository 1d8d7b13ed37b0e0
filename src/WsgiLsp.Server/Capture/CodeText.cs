using System.Collections.Immutable;

namespace WsgiLsp.Server.Capture;

/// <summary>Code among captured texts.</summary>
internal static class CodeText
{
    private static readonly ImmutableArray<string> Beginnings = ["#!", "$ ", "//", "/*", "@", "#include"];

    /// <summary>Words that begin a block in languages whose blocks follow a colon.</summary>
    private static readonly ImmutableArray<string> Blocks =
    [
        "async",
        "class",
        "def",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "if",
        "match",
        "try",
        "while",
        "with",
    ];

    private static readonly ImmutableArray<string> Endings = [";", "{", "}", "(", "[", "\\", "):", ");", "],"];
    private static readonly ImmutableArray<string> Signs = [" = ", " == ", " => ", " -> ", "::", "();", "()"];

    /// <summary>What fences call a language, by the ending of its files.</summary>
    private static readonly ImmutableDictionary<string, string> Languages = ImmutableDictionary
        .Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .AddRange([
            new(".bash", "sh"),
            new(".c", "c"),
            new(".cpp", "cpp"),
            new(".cs", "csharp"),
            new(".css", "css"),
            new(".go", "go"),
            new(".h", "c"),
            new(".html", "html"),
            new(".java", "java"),
            new(".js", "javascript"),
            new(".json", "json"),
            new(".kt", "kotlin"),
            new(".lua", "lua"),
            new(".php", "php"),
            new(".py", "python"),
            new(".rb", "ruby"),
            new(".rs", "rust"),
            new(".sh", "sh"),
            new(".sql", "sql"),
            new(".swift", "swift"),
            new(".toml", "toml"),
            new(".ts", "typescript"),
            new(".yaml", "yaml"),
            new(".yml", "yaml"),
        ]);

    /// <summary>Whether a text is code rather than words: its first line, and at least half of all, look like it.</summary>
    /// <param name="text">The text, LF.</param>
    public static bool IsCode(string text)
    {
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return lines.Count > 0 && IsCodeLine(lines[0]) && lines.Count(IsCodeLine) * 2 >= lines.Count;
    }

    /// <summary>What a fence calls the language of a file; empty where that is not known.</summary>
    public static string LanguageOf(string? path) =>
        path is null ? "" : Languages.GetValueOrDefault(Path.GetExtension(path), "");

    /// <summary>A text between fences that it cannot break, without the indentation that all its lines share.</summary>
    public static string Fenced(string text, string language)
    {
        var lines = Dedented(text);
        var longest = lines.Select(line => line.TrimStart(' ')).Select(Backticks).Append(2).Max();
        var fence = new string('`', longest + 1);
        return string.Join('\n', [fence + language, .. lines, fence]);
    }

    private static bool IsCodeLine(string line)
    {
        var trimmed = line.Trim();
        return !trimmed.EndsWith('?')
            && (
                line.StartsWith("  ", StringComparison.Ordinal)
                || line.StartsWith('\t')
                || Beginnings.Any(sign => trimmed.StartsWith(sign, StringComparison.Ordinal))
                || Endings.Any(sign => trimmed.EndsWith(sign, StringComparison.Ordinal))
                || IsBlock(trimmed)
                || trimmed.Split(' ') is ["import", _] or ["from", _, "import", ..]
                || Signs.Any(sign => trimmed.Contains(sign, StringComparison.Ordinal))
            );
    }

    private static bool IsBlock(string line) => line.EndsWith(':') && Blocks.Contains(line[..^1].Split(' ')[0]);

    private static string[] Dedented(string text)
    {
        var lines = text.Split('\n');
        var shared =
            lines
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => line[..^line.TrimStart(' ', '\t').Length])
                .Aggregate((string?)null, (one, other) => one is null ? other : Common(one, other))
            ?? "";
        return
        [
            .. lines.Select(line => line.StartsWith(shared, StringComparison.Ordinal) ? line[shared.Length..] : ""),
        ];
    }

    private static string Common(string one, string other)
    {
        var length = one.AsSpan().CommonPrefixLength(other);
        return one[..length];
    }

    private static int Backticks(string line) => line.Length - line.TrimStart('`').Length;
}
