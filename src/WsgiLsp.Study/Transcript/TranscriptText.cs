using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>How lines of a transcript are written.</summary>
internal static class TranscriptText
{
    public const string Right = TranscriptMarks.Right;
    public const string Wrong = TranscriptMarks.Wrong;
    public const string Partly = TranscriptMarks.Partly;

    /// <summary>The letter of the option that is shown at a 0-based place.</summary>
    public static char Letter(int place) => (char)('a' + place);

    /// <summary>A text as the server's own lines.</summary>
    public static IEnumerable<string> Quoted(string text) => text.Length == 0 ? [] : text.Split('\n').Select(Quote);

    /// <summary>Lines and a text as the server's own lines, parted by an empty one.</summary>
    public static IEnumerable<string> Quoted(IReadOnlyList<string> lines, string text) =>
        Quoted(string.Join('\n', lines), text);

    /// <summary>Texts as the server's own lines, parted by an empty one; empty texts are left out.</summary>
    public static IEnumerable<string> Quoted(params IEnumerable<string> texts) =>
        Quoted(string.Join("\n\n", texts.Where(text => text.Length > 0)));

    /// <summary>A sentence and an explanation as the server's own lines.</summary>
    public static IEnumerable<string> Told(string sentence, string explanation) =>
        Quoted(Continue(sentence, explanation));

    /// <summary>A sentence and a text after it: in the same line if the text is prose, else in a paragraph of its own.</summary>
    public static IEnumerable<string> Continue(string sentence, string text) =>
        IsProse(text) ? [$"{sentence} {text}"] : [sentence, text];

    /// <summary>The heading, and below it what else belongs to the question.</summary>
    public static IEnumerable<string> Question(SessionItem item, int index, IEnumerable<string> body)
    {
        var prompt = item.Prompt.Split('\n');
        yield return Heading(item, index);
        yield return "";
        var rest = prompt.Skip(1).SkipWhile(string.IsNullOrWhiteSpace).ToList();
        foreach (var line in rest)
        {
            yield return line;
        }

        if (rest.Count > 0)
        {
            yield return "";
        }

        var any = false;
        foreach (var line in body)
        {
            any = true;
            yield return line;
        }

        if (any)
        {
            yield return "";
        }
    }

    /// <summary>The heading of an item.</summary>
    public static string Heading(SessionItem item, int index) =>
        $"{TranscriptMarks.Heading}{index + 1}{TranscriptMarks.Separator}{item.Prompt.Split('\n')[0]}".TrimEnd();

    /// <summary>An item in a list: its first line as plain text.</summary>
    public static string Title(SessionItem item) =>
        item.Name.Length == 0 ? item.Card.Content.Title : WhiteSpace.Squeeze(item.Prompt.Split('\n')[0]);

    /// <summary>An option as a list item; further lines, and fenced code, stand under its text.</summary>
    public static IEnumerable<string> OptionLines(Option option, int place) =>
        ListItem($"{Letter(place)})", option.Text);

    /// <summary>A list item with a mark of its own; further lines, and fenced code, stand under its text.</summary>
    public static IEnumerable<string> ListItem(string mark, string text, bool bullet = true)
    {
        var lines = text.Split('\n');
        var start = bullet ? $"- {mark}" : mark;
        return IsFence(lines[0])
            ? lines.Select(Indent).Prepend(start)
            : lines.Skip(1).Select(Indent).Prepend($"{start} {lines[0]}".TrimEnd());
    }

    /// <summary>The sign of an answer that a machine judged: right, right in part, or wrong.</summary>
    public static string Sign(GradedAnswer answer) =>
        answer.Correct == true ? Right
        : answer.Grade.IsGot() || answer.Parts is { Got: > 0 } ? Partly
        : Wrong;

    /// <summary>Whether a text can go on in a line: code blocks, lists, tables and quotes cannot.</summary>
    private static bool IsProse(string text) =>
        text.Length > 0
        && (
            char.IsLetter(text[0])
            || "“\"('_[".Contains(text[0], StringComparison.Ordinal)
            || text.StartsWith("**", StringComparison.Ordinal)
            || (text[0] == '`' && !IsFence(text))
        );

    private static bool IsFence(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);

    private static string Quote(string line) => line.Length == 0 ? ">" : "> " + line;

    private static string Indent(string line) => line.Length == 0 ? "" : "  " + line;
}
