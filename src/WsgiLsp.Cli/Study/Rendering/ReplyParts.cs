using System.Collections.Immutable;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>What the lines of one reply are. The server's own are known by their place, whatever a deck's text looks like.</summary>
/// <param name="Title">The transcript's title, or null.</param>
/// <param name="Notes">Lines below the title.</param>
/// <param name="Said">What the server says before the heading, without its marks.</param>
/// <param name="Heading">The heading's text, or null where the item stays open.</param>
/// <param name="Body">What belongs to the question, in Markdown and options.</param>
/// <param name="Told">What the server says below the heading, a Result or a revealed answer, without its marks.</param>
/// <param name="Ask">The ask line without its arrow, or null.</param>
internal sealed record ReplyParts(
    string? Title,
    ImmutableArray<string> Notes,
    ImmutableArray<string> Said,
    string? Heading,
    ImmutableArray<string> Body,
    ImmutableArray<string> Told,
    string? Ask
)
{
    /// <summary>Whether what is told is a Result, in which a line stays a line.</summary>
    public bool IsResult => Heading == TranscriptMarks.Result;

    public static ReplyParts Of(IReadOnlyList<string> lines)
    {
        var ask =
            lines is [.., var last] && last.StartsWith(TranscriptMarks.Ask, StringComparison.Ordinal) ? last : null;
        var rest = lines.Take(lines.Count - (ask is null ? 0 : 1)).ToList();
        var title =
            rest is [var first, ..] && first.StartsWith(TranscriptMarks.Title, StringComparison.Ordinal) ? first : null;
        var at = rest.FindIndex(line => line.StartsWith(TranscriptMarks.Heading, StringComparison.Ordinal));
        var before = rest[(title is null ? 0 : 1)..(at < 0 ? rest.Count : at)];
        var heading = at < 0 ? null : rest[at][TranscriptMarks.Heading.Length..];
        var after = at < 0 ? [] : rest[(at + 1)..];

        // A question is never shown together with the grades, nor below the heading of the Result.
        var isTold =
            heading == TranscriptMarks.Result
            || ask?[TranscriptMarks.Ask.Length..].StartsWith(TranscriptMarks.GradeQuestion, StringComparison.Ordinal)
                == true;
        return new ReplyParts(
            title?[TranscriptMarks.Title.Length..],
            title is null ? [] : Trimmed(before),
            title is null ? Unquoted(before) : [],
            heading,
            isTold ? [] : Trimmed(after),
            isTold ? Unquoted(after) : [],
            ask?[TranscriptMarks.Ask.Length..]
        );
    }

    private static ImmutableArray<string> Unquoted(IEnumerable<string> lines) => Trimmed(lines.Select(Unquoted));

    private static string Unquoted(string line) =>
        line switch
        {
            ['>', ' ', ..] => line[2..],
            ['>', ..] => line[1..],
            _ => line,
        };

    /// <summary>Without empty lines at the ends.</summary>
    private static ImmutableArray<string> Trimmed(IEnumerable<string> lines) =>
        [.. lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse()];
}
