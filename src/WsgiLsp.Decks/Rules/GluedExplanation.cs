using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class GluedExplanation : Rule
{
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
        if (section.Options?.Glued is not { } glued || section.Content is not Model.ChoiceContent)
        {
            return;
        }

        // A line feed after a lone carriage return would make one line end of the two.
        var text = section.Source.Text;
        var end = text[glued.Start - 1] == '\r' ? "\r" : LineEnd.Of(text);
        report.Add(
            this,
            glued,
            "Markdown makes this text part of the last option. Put a blank line before it.",
            new Fix(
                "Insert a blank line",
                [new TextEdit(new TextSpan(glued.Start, 0), end)],
                IsPreferred: true,
                IsSafe: true
            )
        );
    }
}
