using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

internal sealed class DuplicateId : Rule
{
    public override string Name => "duplicate-id";

    public override Severity Severity => Severity.Error;

    public override string Summary => "two cards of a deck with one id";

    public override string Why =>
        """
            The id is the card's identity: what you learned is kept under it. Two cards with one id would share one history.
            A card without an explicit id takes its heading's anchor, which another card's id may hit by chance.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker -->

                A process.

                ### What does a worker do?
                <!-- card: id=worker -->
                              ^^^^^^
                It answers requests.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker -->

                A process.

                ### What does a worker do?
                <!-- card: id=worker-job -->

                It answers requests.
                """,
        ];

    public override void Check(Deck deck, DeckReport report)
    {
        if (deck.Ids.Duplicates.IsEmpty)
        {
            return;
        }

        // Each card is offered an id of its own, so that all may be mended at once.
        var taken = deck.Ids.Taken(deck.Entries);
        foreach (var (section, first) in deck.Ids.Duplicates)
        {
            var own = deck.Entries[section].Section;
            var id = deck.Ids.Of(section, own);
            var fresh = CardIds.TakeFree(id, taken);
            var entry = own.Comment?.Entries.FirstOrDefault(e => e.Key == "id" && e.Value == id);
            var heading = deck.Section(first).Heading;
            report.Add(
                this,
                section,
                entry?.ValueSpan ?? own.Heading,
                $"Another card has the id '{id}' as well, and they would share one history. Give this one an id of its own.",
                [
                    new Fix(
                        $"Change the id to '{fresh}'",
                        [MetadataFix.Set(own, "id", fresh)],
                        IsPreferred: true,
                        IsSafe: true
                    ),
                ],
                [
                    new RelatedPlace(
                        $"'{id}' is this card's id, too",
                        deck.Text.GetPosition(heading.Start),
                        deck.Text.GetPosition(heading.End)
                    ),
                ]
            );
        }
    }
}
