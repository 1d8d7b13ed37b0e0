using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class DuplicateOptions : Rule
{
    private const ProseStyle Shown = ProseStyle.Strong | ProseStyle.Emphasis;

    public override string Name => "duplicate-options";

    public override Severity Severity => Severity.Error;

    public override string Summary => "two options that say the same";

    public override string Why =>
        """
            Who picks one of two equal options is right or wrong by chance, or sees at once that neither is the key. Code and
            pictures of the options are compared as well, upper and lower case too.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [x] **Port** 80
                - [ ] 443
                - [ ] 22
                      ^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which of these is a constant of Python?

                - [ ] `true`
                - [x] `True`
                - [ ] `TRUE`
                """,
            """
                ### Which one is the logo?

                - [ ] ![A](snake.png)
                - [x] ![A](two-snakes.png)
                - [ ] ![A](three-snakes.png)
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent)
        {
            return;
        }

        var options = section.Options!.Options;
        var seen = new Dictionary<string, int>(options.Length, StringComparer.Ordinal);
        for (var i = 0; i < options.Length; i++)
        {
            var said = Say(options[i]);
            if (said.Length > 0 && !seen.TryAdd(said, i))
            {
                var text = TextSpan.FromBounds(
                    Math.Min(options[i].Box.TextStart, options[i].Span.End),
                    options[i].Span.End
                );
                var source = section.Source;
                var line = source.LineAt(text.Start);
                var lineEnd = source.LineStart(line) + source.Line(line).TrimEnd().Length;
                report.Add(
                    this,
                    TextSpan.FromBounds(text.Start, Math.Max(text.Start, Math.Min(text.End, lineEnd))),
                    $"Option {seen[said] + 1} says the same. Change one of them, or delete it.",
                    Delete(source, options[i])
                );
            }
        }
    }

    /// <summary>What an option says, for comparison: equal texts look alike to the reader.</summary>
    private static string Say(PlacedOption option)
    {
        // Lines mean something in code, and pictures and HTML are not in the prose.
        var text = option.Option.Text;
        var isOpaque = text.Contains('\n') || text.Contains('<') || text.Contains("![", StringComparison.Ordinal);
        if (isOpaque || option.Prose.Text.Length == 0)
        {
            return text.Length == 0 ? "" : "\n" + text;
        }

        var prose = option.Prose;
        var hasStyles = text.Contains('*') || text.Contains('_');
        var result = new StringBuilder(prose.Text.Length);
        var style = ProseStyle.None;
        for (var i = 0; i < prose.Text.Length; i++)
        {
            var c = char.IsWhiteSpace(prose.Text[i]) ? ' ' : prose.Text[i];
            if (c == ' ' && result.Length > 0 && result[^1] == ' ')
            {
                continue;
            }

            // "*a*" and "**a**" are different answers to a question about Markdown.
            var next = hasStyles ? prose.StyleAt(i) & Shown : ProseStyle.None;
            if (next != style)
            {
                result.Append((char)next);
                style = next;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>The fix that deletes an option with its lines; none where code at the margin belongs to it.</summary>
    private static Fix[] Delete(SectionSource source, PlacedOption option)
    {
        var first = source.LineAt(option.Box.Span.Start);
        var end = source.LineAt(Math.Max(option.Span.End - 1, option.Span.Start)) + 1;

        // What is indented below it, its feedback, goes with it.
        for (var i = end; i < source.LineCount; i++)
        {
            var line = source.Line(i);
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (line.Length - line.TrimStart(' ').Length < option.Indent)
            {
                break;
            }

            end = i + 1;
        }

        return option.DetachedFence is null
            ?
            [
                new Fix(
                    "Delete this option",
                    [new TextEdit(TextSpan.FromBounds(source.LineStart(first), source.LineStart(end)), "")]
                ),
            ]
            : [];
    }
}
