using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class GroupWithAnswer : Rule
{
    public override string Name => "group-with-answer";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a heading that looks like a card but has deeper headings below it";

    public override string Why =>
        """
            A heading with deeper headings below it is a group, and nothing in its own text is ever asked. Where an answer has
            sub-headings of its own, say in the front matter at which level the cards stand: `card-level: 3` makes each heading
            of level 3 a card, with all that is deeper. Where the deeper heading is the next card, it has a sign too many.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ## Which port does HTTP use by default?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [ ] 22
                - [x] 80
                - [ ] 443

                ### Background

                Port 80 has been reserved for it since 1990.
                """,
            """
                ## What is a tag?
                ^^^^^^^^^^^^^^^^^
                A name for a commit.

                ### What is a branch?

                A name that moves along with new commits.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                card-level: 2
                ---
                ## Which port does HTTP use by default?

                - [ ] 22
                - [x] 80
                - [ ] 443

                ### Background

                Port 80 has been reserved for it since 1990.
                """,
            """
                ## What listens where?

                Of each service, learn the port:

                ### SMTP

                25

                ## Ports

                What listens where.

                ---

                ### Which port does HTTP use by default?

                Port 80.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Context.Role == SectionRole.Group && Sign(section) is { } sign)
        {
            report.Add(
                this,
                section.Heading,
                $"This is a group, since deeper headings follow, and its {sign} are never asked. If it is a card, take "
                    + $"a sign from the headings below, or write 'card-level: {section.Level}' in the front matter."
            );
        }
    }

    private static string? Sign(ParsedSection section)
    {
        if (section.Options is not null)
        {
            return "options";
        }

        if (!section.Body.Rubric.IsEmpty)
        {
            return "concepts";
        }

        if (section.Body.Callouts.Any(callout => callout.Role == CalloutRole.Hint))
        {
            return "hints";
        }

        var zones = RecallZones.Divide(section.Source, section.Body.Flow);
        return zones.Answer > 0 || zones.Hidden is not null || IsQuestionWithText(section)
            ? "question and answer"
            : null;
    }

    /// <summary>Whether text below a question answers it; what ends with a colon only leads over to what follows.</summary>
    private static bool IsQuestionWithText(ParsedSection section)
    {
        // A comment that makes it a card gets a finding of its own.
        var isQuestion = section.Title.AsSpan().TrimEnd() is [.., '?'];
        if (!isQuestion || section.Body.Flow.Count == 0 || section.Comment is { IsForGroup: false })
        {
            return false;
        }

        var last = section.Body.Flow[^1].Lines.End - 1;
        return section.Source.Line(last).TrimEnd() is not [.., ':'];
    }
}
