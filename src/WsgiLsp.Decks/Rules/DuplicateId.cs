using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Rules;

internal sealed class DuplicateId : Rule
{
    public override string Name => "duplicate-id";

    public override Severity Severity => Severity.Error;

    public override string Summary => "two cards of a deck with one id, or two decks with one";

    public override string Why =>
        """
            The id is the card's identity: what you learned is kept under it. Two cards with one id would share one history.
            A card without an explicit id takes its heading's anchor, which another card's id may hit by chance. So it is with
            decks whose front matter has the same `id`, as a copied file has: all their cards of one name would share a history.
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

    public override void Check(SectionInWorkspace place, WorkspaceReport report)
    {
        if (place.Section.DeckId is not { } own)
        {
            return;
        }

        var others = place
            .Workspace.WithId(own.Text)
            .Where(deck => deck.Path != place.Deck.Path && deck.Sections[0].DeckId is not null)
            .OrderBy(deck => deck.Path, StringComparer.Ordinal)
            .ToList();
        if (others.Count > 0)
        {
            var fresh = Free(own.Text, place.Workspace);
            report.Add(
                this,
                own,
                $"Another deck has the id '{own.Text}' as well, and their cards would share one history. Give one of them an id of its own.",
                [new Fix($"Change the id to '{fresh}'", [new TextEdit(own.Span, fresh)], IsPreferred: true)],
                [.. others.Select(deck => PlaceOf(deck, own.Text))]
            );
        }
    }

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

    private static RelatedPlace PlaceOf(DeckOutline deck, string id)
    {
        var place = deck.Sections[0].DeckId!;
        return new RelatedPlace($"'{id}' is this deck's id, too", place.Start, place.End) { Path = deck.Path };
    }

    private static string Free(string id, DeckWorkspace workspace)
    {
        for (var n = 2; ; n++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
            if (!workspace.WithId(candidate).Any())
            {
                return candidate;
            }
        }
    }
}
