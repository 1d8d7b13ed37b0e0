using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Rules;

internal sealed class DuplicatePrompt : Rule
{
    public override string Name => "duplicate-prompt";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a prompt that an earlier card of the deck has already";

    public override string Why =>
        """
            The same question twice is learned once and asked twice, and when one copy is corrected the other goes on teaching the
            mistake: one item in nine of real question banks repeats another. Delete one of the two, or let each prompt say what
            sets it apart. Cards that show different code or different pictures, and questions such as "Which of these is true?"
            with different options, count as different; so do short prompts under different headings.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does a reverse proxy do?

                It answers clients in the name of the servers behind it.

                ### Q7. What does a reverse proxy do?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                It takes requests and passes them on.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does a reverse proxy do for clients?

                It answers them in the name of the servers behind it.

                ### What does a reverse proxy do for servers?

                It keeps slow clients away from them.
                """,
            """
                ### What does this print?

                ```python
                print(1 + 1)
                ```

                ---

                2

                ### What does this print?

                ```python
                print("1" + "1")
                ```

                ---

                11
                """,
            """
                ## HTTP

                ### Default port

                80

                ## HTTPS

                ### Default port

                443
                """,
        ];

    public override void Check(SectionInWorkspace place, WorkspaceReport report) =>
        PromptsElsewhere.Check(this, place, report);

    public override void Check(Deck deck, DeckReport report)
    {
        var repeated = deck.Rows.Repeated;
        for (var i = 0; i < repeated.Prompts.Length; i++)
        {
            var (section, first) = repeated.Prompts[i];
            var (own, other) = (deck.Entries[section], deck.Entries[first]);
            var line = deck.StartOf(first).Line;
            if (repeated.Made[i] is { } made && ReferenceEquals(made.Own, own) && ReferenceEquals(made.First, other))
            {
                if (made.FirstLine != line)
                {
                    made = made with { FirstLine = line, Finding = Move(made.Finding, line - made.FirstLine) };
                    repeated.Made[i] = made;
                }

                report.Add(section, made.Finding);
            }
            else if (Find(section, first, report, own) is { } finding)
            {
                repeated.Made[i] = new MadeFinding(own, other, line, finding);
            }
        }
    }

    private Finding? Find(int section, int first, DeckReport report, DeckEntry own) =>
        report.Add(
            this,
            section,
            own.Section.Heading,
            "An earlier card of this deck asks the same. Delete one of the two, or let each say what sets it apart.",
            related: [report.Card(first, "Asked here first")]
        );

    private static Finding Move(Finding finding, int lines) =>
        finding with
        {
            Related =
            [
                .. finding.Related.Select(place =>
                    place with
                    {
                        Start = Move(place.Start, lines),
                        End = Move(place.End, lines),
                    }
                ),
            ],
        };

    private static LinePosition Move(LinePosition position, int lines) =>
        position with
        {
            Line = position.Line + lines,
        };
}
