using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

internal sealed class NoCards : Rule
{
    public override string Name => "no-cards";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a deck without a card";

    public override string Why =>
        """
            A card is a heading with no deeper heading below it, and what stands under it is the answer. The file's only
            first-level heading, at its start, is the deck's title and no card.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                # WSGI servers
                ^^^^^^^^^^^^^^
                What a WSGI server does.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                # WSGI servers

                ## What does a WSGI server do?

                It calls the application.
                """,
        ];

    public override void Check(Deck deck, DeckReport report)
    {
        if (deck.Cards.Any())
        {
            return;
        }

        var (section, span) = report.Head;
        report.Add(
            this,
            section,
            span,
            "This deck has no card yet: give each question a heading, and its answer below."
        );
    }
}
