using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class SplitOptions : Rule
{
    public override string Name => "split-options";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a list of options that is cut in two";

    public override string Why =>
        """
            A fence that is not indented ends the list above it: every renderer shows an empty option, then code that belongs to
            nothing. Here it still counts as part of the option above. Indent it as far as the option's text.

            A card has one list of options. A second one below other text is never asked: mostly its question has lost its
            heading.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which call prints a line?

                - [ ]
                ```python
                ^^^^^^^^^
                input("x")
                ```
                - [x]
                ```python
                ^^^^^^^^^
                print("x")
                ```
                """,
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [x] 80

                Which port does HTTPS use by default?

                - [x] 443
                ^^^^^^^^^
                - [ ] 22
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which call prints a line?

                - [ ]
                  ```python
                  input("x")
                  ```
                - [x]
                  ```python
                  print("x")
                  ```
                - [ ]
                  ```python
                  open("x")
                  ```
                """,
            """
                ### Which call prints a line?

                - [ ] `input`
                - [x] `print`
                - [ ] `open`

                ```python
                print("x")
                ```
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent)
        {
            return;
        }

        foreach (var option in section.Options!.Options)
        {
            if (option.DetachedFence is { } fence)
            {
                Add(section.Source, option, fence.Lines, report);
            }
        }

        if (
            OptionList.Find(section.Source, section.Body.Flow[section.Options.EndBlock..]) is
            { Options: [var second, ..] }
        )
        {
            var line = section.Source.LineAt(second.Box.Span.Start);
            report.Add(
                this,
                section.Source.Span(new LineRange(line, line + 1)),
                "A card has one list of options, and this second one is never asked. "
                    + "Join the two, or give this one a heading with its question."
            );
        }
    }

    private void Add(SectionSource source, PlacedOption option, LineRange fence, Report report)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var hasTabs = false;
        for (var i = fence.First; i < fence.End; i++)
        {
            var line = source.Line(i);
            if (!line.IsWhiteSpace())
            {
                edits.Add(new TextEdit(new TextSpan(source.LineStart(i), 0), new string(' ', option.Indent)));
                hasTabs |= line[..(line.Length - line.TrimStart(" \t").Length)].Contains('\t');
            }
        }

        report.Add(
            this,
            source.Span(fence with { End = fence.First + 1 }),
            $"Markdown ends the list here, and this code belongs to no option. Indent it by {option.Indent} columns.",
            // A tab reaches less far behind spaces, so that code with tabs would look different.
            new Fix("Indent the code into the option", edits.DrainToImmutable(), IsPreferred: true, IsSafe: !hasTabs)
        );
    }
}
