using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>The ask line: what may be typed, or the grades to choose from with their waits.</summary>
internal static partial class AskZone
{
    /// <summary>An ask line.</summary>
    /// <param name="line">The line, without its arrow.</param>
    /// <param name="width">The room that there is, in columns.</param>
    public static IRenderable Of(string line, int width) =>
        line.StartsWith(TranscriptMarks.GradeQuestion, StringComparison.Ordinal)
            ? Grades(line[TranscriptMarks.GradeQuestion.Length..].Split(TranscriptMarks.Separator), width)
            : Asked(WithKeys(line).Split(TranscriptMarks.Separator));

    /// <summary>Where an empty line is waited for, a key is enough here.</summary>
    private static string WithKeys(string line) =>
        line.Replace(TranscriptMarks.ThenEmptyLine, "then Enter or Space", StringComparison.Ordinal);

    private const char NoBreakSpace = '\u00A0';

    private static Prefixed Asked(string[] parts)
    {
        var text = new WrappedText(parts[0], Inks.Plain);
        foreach (var part in parts.Skip(1))
        {
            text.Append(TranscriptMarks.Separator + Together(part), Inks.Quiet);
        }

        return new Prefixed(text, Arrow);
    }

    /// <summary>A key and what it does stay in one line.</summary>
    private static string Together(string part) => part.Replace(' ', NoBreakSpace);

    private static Segment Arrow => new(TranscriptMarks.Ask, Inks.Mark);

    /// <summary>In one line if there is room, else one below the other.</summary>
    private static Rows Grades(string[] parts, int width)
    {
        var choices = parts.Select(part => Choice().Match(part)).Where(match => match.Success).ToList();
        var others = parts.Where(part => !Choice().IsMatch(part)).Append("u undo").Append("q end").Append("? keys");
        var isOneLine =
            string.Join("   ", choices.Select(choice => choice.Value)).Length + TranscriptMarks.Ask.Length <= width;
        var text = new WrappedText();
        foreach (var choice in choices)
        {
            var ink = Inks.OfGrade(choice.Groups["name"].Value);
            text.Append(
                choice == choices[0] ? ""
                    : isOneLine ? "   "
                    : "\n",
                Inks.Plain
            );
            text.Append(choice.Groups["key"].Value, ink.Combine(Inks.Strong))
                .Append(choice.Groups["name"].Value, ink)
                .Append(choice.Groups["notes"].Value, Inks.Quiet);
        }

        return new Rows(
            new WrappedText("How well did you know it?", Inks.Quiet),
            new Prefixed(text, Arrow),
            new Prefixed(
                new WrappedText(string.Join(TranscriptMarks.Separator, others.Select(Together)), Inks.Quiet),
                new Segment("  ")
            )
        );
    }

    [GeneratedRegex(@"\A(?<key>[1-4] )(?<name>[a-z]+)(?<notes>( \(.+\))?)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();
}
