using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class UnclosedFence : Rule
{
    public override string Name => "unclosed-fence";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a code fence that is not closed and takes headings in as code";

    public override string Why =>
        """
            Code goes on from its fence to the next line that closes it. Where that line is missing, the headings below are code
            and no cards: to the end of the file, or to the line that was meant to close the next fence. Close it below the code.
            A fence inside code needs fewer signs than the one around it.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ## How do you list commits?

                ```sh
                ^^^^^
                git log

                ## What is a tag?

                A name for a commit.
                """,
            """
                ## How do you list commits?

                ~~~ sh
                ^^^^^^
                git log

                ## How do you list files?

                ~~~ sh
                git ls-files
                ~~~
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ## How do you write a heading?

                ```markdown
                ## What is a tag?
                ```
                """,
            """
                ## How do you list commits?

                ```sh
                # newest first
                git log
                """,
            """
                ## How do you show code in a card?

                ````markdown
                ## How do you list commits?

                ```sh
                git log
                ```
                ````
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        foreach (var block in section.Blocks)
        {
            if (block.Syntax is FencedCodeBlock fence && HeadingIn(section, fence, block.Lines) is { } heading)
            {
                var source = section.Source;
                var opening = source.Span(new LineRange(block.Lines.First, block.Lines.First + 1));
                var code = source.Span(new LineRange(block.Lines.First, heading));
                var closing = LineEnd.Of(source.Text) + new string(fence.FencedChar, fence.OpeningFencedCharCount);
                report.Add(
                    this,
                    opening,
                    "This code is not closed before the next heading, which so is code and no card. "
                        + $"Put {closing.Trim()} on a line below the code.",
                    new Fix("Close it before the next heading", [new TextEdit(new TextSpan(code.End, 0), closing)])
                );
            }
        }
    }

    /// <summary>The line in a fence that looks like the heading of a further card; null where nothing is wrong.</summary>
    private static int? HeadingIn(ParsedSection section, FencedCodeBlock fence, LineRange lines)
    {
        var isOpen = fence.ClosingFencedCharCount == 0;
        int? heading = null;
        for (var i = lines.First + 1; i < lines.End; i++)
        {
            var line = section.Source.Line(i);
            if (heading is null && LevelOf(line) is > 0 and var level)
            {
                // One sign begins a comment in many languages.
                heading = level > 1 || (isOpen && section.Level == 1) ? i : null;
            }
            else if (heading is not null && OpensAnother(line, fence))
            {
                return heading;
            }
        }

        return isOpen ? heading : null;
    }

    private static int LevelOf(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        var signs = text.IndexOfAnyExcept('#');
        return line.Length - text.Length <= 3 && signs is >= 1 and <= 6 && text[signs] == ' ' ? signs : 0;
    }

    /// <summary>Whether a line could only begin code: a fence with the name of a language.</summary>
    private static bool OpensAnother(ReadOnlySpan<char> line, FencedCodeBlock fence)
    {
        var text = line.TrimStart(' ');
        var signs = text.IndexOfAnyExcept(fence.FencedChar);
        return line.Length - text.Length <= 3
            && signs >= fence.OpeningFencedCharCount
            && text[signs..].TrimStart() is [var first, ..]
            && char.IsLetter(first)
            && !text[signs..].Contains('`');
    }
}
