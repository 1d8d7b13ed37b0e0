using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class NoKey : Rule
{
    public override string Name => "no-key";

    public override Severity Severity => Severity.Error;

    public override string Summary => "a question with options none of which is marked correct";

    public override string Why =>
        """
            Without a ticked box nobody can be right: every answer would count as wrong. Mark the correct option with `[x]`.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [ ] 22
                - [ ] 80
                - [ ] 443
                """,
            """
                ### Which port does HTTP use by default?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [ ] 22
                - [ ] 443
                -[x] 80
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [x] 80
                - [ ] 443
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent choice || choice.Options.Any(o => o.Correct))
        {
            return;
        }

        if (StrayBox.Find(section).Count > 0)
        {
            // The right option may be the one that is none yet.
            report.Add(
                this,
                section.Heading,
                "No option is marked correct, so every answer would be wrong. What was meant as a mark is no box: "
                    + "write `- [x]`, with these spaces."
            );
            return;
        }

        var fixes = section.Options!.Options.Select(
            (option, index) =>
                new Fix(
                    $"Mark option {index + 1} as correct",
                    [new TextEdit(TextSpan.FromBounds(option.Box.Span.Start, option.Box.Span.End), "[x]")]
                )
        );
        report.Add(
            this,
            section.Heading,
            "No option is marked correct, so every answer would be wrong. Tick the right one: `[x]`.",
            [.. fixes]
        );
    }
}
