using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class DoubleNegative : Rule
{
    public override string Name => "double-negative";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a negative option below a negative question";

    public override string Why =>
        """
            "Which is not true? It does not cache." To answer, the reader has to work out that not caching is not true. That
            tests logic rather than the matter, and costs even those who know it. Turn the question or the option around
            (NBME item-writing guide).
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which statement about HTTP is **not** true?

                - [ ] It has methods
                - [x] It does not have headers
                              ^^^
                - [ ] It has status codes
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which statement about HTTP is **not** true?

                - [ ] It has methods
                - [x] It lacks headers
                - [ ] It answers with codes such as "404 Not Found"
                """,
            """
                ### Which statement about HTTP is true?

                - [x] It does not need a session
                - [ ] There are not any methods
                - [ ] It has never had headers
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent || Negation.Find(section.Prompt) is null)
        {
            return;
        }

        foreach (var option in section.Options!.Options)
        {
            if (Negation.FindIn(option.Prose) is { } place)
            {
                report.Add(
                    this,
                    option.Prose.Span(place.Start, place.Length),
                    "A negative option below a negative question: the reader has to turn it around twice. "
                        + "Say one of the two straight on."
                );
                return;
            }
        }
    }
}
