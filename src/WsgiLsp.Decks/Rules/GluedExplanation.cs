using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class GluedExplanation : Rule
{
    private const int CodeIndent = 4;

    public override string Name => "glued-explanation";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "text that Markdown joins to the last option";

    public override string Why =>
        """
            Without a blank line between them, a paragraph below a list goes on with the list's last item: every renderer shows
            the explanation as part of the last option, which gives the answer away. Put a blank line between them. Text that is
            meant to go on with the option is indented.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [ ] 25
                - [x] 80
                Port 80 has been reserved for it since 1990.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [ ] 25
                - [x] 80
                Port 80 has been reserved for it since 1990.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                ---
                """,
            """
                ### Which port does HTTP use by default?

                - [x] 80
                - [ ] 25
                  > That is SMTP.
                Port 80 has been reserved for it since 1990.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [ ] 25
                - [x] 80

                Port 80 has been reserved for it since 1990.
                """,
            """
                ### Which port does HTTP use by default?

                - [x] 80, which has been reserved
                  for it
                - [ ] 22, which has been reserved
                  for something else
                - [ ] 25, which has been reserved
                  for mail
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Options is not { } options || section.Content is not Model.ChoiceContent)
        {
            return;
        }

        if (options.Glued is { } glued)
        {
            Add(section, glued, "the last option", StaysParagraph(section.Source.Text, glued), report);
        }
        else if (GluedToFeedback(section, options) is { } lines)
        {
            Add(section, lines, "the feedback above it", isSafe: false, report);
        }
    }

    private void Add(ParsedSection section, TextSpan glued, string target, bool isSafe, Report report)
    {
        // A line feed after a lone carriage return would make one line end of the two.
        var text = section.Source.Text;
        var end = text[glued.Start - 1] == '\r' ? "\r" : LineEnd.Of(text);
        var below = Below(text, glued);
        ImmutableArray<TextEdit> edits = [new(new TextSpan(glued.Start, 0), end)];
        if (IsUnderline(below.Line))
        {
            // As a paragraph of its own, the text would become a heading by it.
            edits = edits.Add(new TextEdit(new TextSpan(below.Start, 0), end));
        }

        report.Add(
            this,
            glued,
            $"Markdown makes this text part of {target}. Put a blank line before it.",
            new Fix("Insert a blank line", edits, IsPreferred: true, IsSafe: isSafe)
        );
    }

    /// <summary>
    /// Whether text is the same paragraph where it begins one: no code, HTML or link definition, and nothing right below that
    /// it could take in.
    /// </summary>
    private static bool StaysParagraph(string text, TextSpan glued)
    {
        var start = text.AsSpan(glued.Start);
        var trimmed = start.TrimStart(' ');
        return trimmed is [not ('\t' or '<' or '['), ..]
            && start.Length - trimmed.Length < CodeIndent
            && (Below(text, glued).Line is var below && (below.Length == 0 || IsUnderline(below)));
    }

    /// <summary>The line right below, without white space at its ends, and where it begins.</summary>
    private static (int Start, string Line) Below(string text, TextSpan glued)
    {
        var rest = text.AsSpan(glued.End);
        var start = glued.End + (rest is ['\r', '\n', ..] ? 2 : Math.Min(1, rest.Length));
        var line = text.AsSpan(start);
        var length = line.IndexOfAny('\r', '\n');
        return (start, (length < 0 ? line : line[..length]).Trim(" \t").ToString());
    }

    /// <summary>Whether a line of dashes or equals signs makes a heading of the paragraph above it.</summary>
    private static bool IsUnderline(string line) =>
        line.Length > 0 && (line.TrimEnd('-').Length == 0 || line.TrimEnd('=').Length == 0);

    /// <summary>Text at the margin below the last option's feedback; null where the author wraps feedback that way.</summary>
    private static TextSpan? GluedToFeedback(ParsedSection section, OptionList options)
    {
        var list = section.Body.Flow[options.EndBlock - 1];
        if (list.Syntax is not ListBlock items || items.LastChild is not ListItemBlock { LastChild: QuoteBlock last })
        {
            return null;
        }

        var source = section.Source;
        var first = FirstLazyLine(source, new LineRange(last.Line, list.Lines.End));
        return first is not { } line || char.IsLower(source.Line(line)[0]) || HasLazyLine(source, list, last)
            ? null
            : source.Span(list.Lines with { First = line });
    }

    private static bool HasLazyLine(SectionSource source, BodyBlock list, QuoteBlock end) =>
        ((ListBlock)list.Syntax!)
            .Descendants<QuoteBlock>()
            .Where(quote => quote != end)
            .Any(quote =>
            {
                var next = quote.Line + 1;
                return next < list.Lines.End && IsLazy(source.Line(next));
            });

    private static int? FirstLazyLine(SectionSource source, LineRange lines)
    {
        for (var i = lines.First + 1; i < lines.End; i++)
        {
            if (source.Line(i).IsWhiteSpace())
            {
                return null;
            }

            if (IsLazy(source.Line(i)))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsLazy(ReadOnlySpan<char> line) => line is [not (' ' or '\t' or '>' or '-' or '*' or '+'), ..];
}
