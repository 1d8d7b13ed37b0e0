using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

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

        // At the first heading, or else at the first line.
        var section = deck.SectionCount > 1 ? 1 : 0;
        var span =
            section == 1
                ? deck.Section(1).Heading.Shift(-deck.StartOf(1).Offset)
                : new TextSpan(0, deck.Text.GetLine(0).Length);
        report.Add(
            this,
            section,
            span,
            "This deck has no card yet: give each question a heading, and its answer below."
        );
    }
}
