using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Rules;

internal sealed class MissingRequirement : Rule
{
    // A longer circle is named in part.
    private const int MostNamed = 12;

    public override string Name => "missing-requirement";

    public override Severity Severity => Severity.Error;

    public override string Summary => "`requires` that names no card or deck, or goes in a circle";

    public override string Why =>
        """
            What a card requires is learned before it. A name that nothing has is no requirement at all, and in a circle
            nothing could come first. `requires=worker` names a card of the same deck, `requires=wsgi/worker` the card
            `worker` of the deck `wsgi`; in the front matter `requires` names decks. Other decks are looked up in the
            workspace, or among the files of one `wsgilsp check`.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker -->

                A process.

                ### What does the arbiter do?
                <!-- card: requires=worked -->
                                    ^^^^^^
                It starts workers.
                """,
            """
                ### What is a worker?
                <!-- card: id=worker requires=arbiter -->
                                              ^^^^^^^
                What the arbiter starts.

                ### What is the arbiter?
                <!-- card: id=arbiter requires=worker -->
                                               ^^^^^^
                What starts the workers.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                id: servers
                ---
                ### What is a worker?
                <!-- card: id=worker requires=wsgi/callable -->

                A process.

                ### What does the arbiter do?
                <!-- card: requires=worker,servers/worker -->

                It starts workers.
                """,
        ];

    public override void Check(Deck deck, DeckReport report)
    {
        var isRequiring = false;
        foreach (var index in deck.Rows.Naming)
        {
            var section = deck.Entries[index].Section;
            isRequiring |= !section.Metadata.Requires.IsEmpty;
            foreach (var (text, span) in Requirements.Of(section))
            {
                var (deckId, card) = Requirements.Read(text, deck.Id);
                if (deckId == deck.Id && !deck.Ids.Cards(deck.Entries).Contains(card))
                {
                    var near = deck.Ids.Cards(deck.Entries).Nearest(card);
                    report.Add(this, index, span, NoCard(text, near), Nearest(span, near));
                }
            }
        }

        if (isRequiring)
        {
            CheckCircles(deck, report);
        }

        foreach (var value in deck.FrontMatterSource.Values)
        {
            if (value.Key == "requires" && value.Text == deck.Id)
            {
                report.Add(this, 0, value.Span, $"The deck requires itself. Remove '{value.Text}'.");
            }
        }
    }

    public override void Check(SectionInWorkspace place, WorkspaceReport report)
    {
        var (workspace, deck, section) = (place.Workspace, place.Deck, place.Section);
        foreach (var mention in section.Requires)
        {
            if (place.Index == 0)
            {
                CheckDeck(workspace, deck, mention, report);
            }
            else if (Requirements.Read(mention.Text, deck.Id) is var (id, card) && id != deck.Id)
            {
                CheckCard(workspace, id, card, mention, report);
            }
        }

        CheckCircle(place, report);
    }

    private void CheckDeck(DeckWorkspace workspace, DeckOutline deck, Mention mention, WorkspaceReport report)
    {
        if (workspace.IsComplete && mention.Text != deck.Id && !workspace.WithId(mention.Text).Any())
        {
            var near = NearestWord.Find(mention.Text, workspace.Ids.Where(id => id != deck.Id));
            report.Add(
                this,
                mention,
                $"No deck here has the id '{mention.Text}'.{NearestWord.Question(near)}",
                Nearest(mention.Span, near)
            );
        }
    }

    private void CheckCard(DeckWorkspace workspace, string id, string card, Mention mention, WorkspaceReport report)
    {
        var decks = workspace.WithId(id).ToList();
        if (decks.Count == 0 && !workspace.IsComplete)
        {
            return;
        }

        if (decks.Count == 0)
        {
            var near = NearestWord.Find(id, workspace.Ids);
            report.Add(
                this,
                mention,
                $"No deck here has the id '{id}'.{NearestWord.Question(near)}",
                Nearest(mention.Span, near is null ? null : $"{near}/{card}")
            );
        }
        else if (decks.TrueForAll(deck => deck.FindCard(card) < 0))
        {
            var near = NearestWord.Find(card, decks.SelectMany(deck => deck.Cards));
            report.Add(
                this,
                mention,
                $"The deck '{id}' has no card '{card}'.{NearestWord.Question(near)}",
                Nearest(mention.Span, near is null ? null : $"{id}/{near}")
            );
        }
    }

    /// <summary>Circles that lead through other decks; those within the deck are told by the deck alone.</summary>
    private void CheckCircle(SectionInWorkspace place, WorkspaceReport report)
    {
        var (deck, section) = (place.Deck, place.Section);
        if (place.Index > 0 ? section.Edges.IsEmpty : section.Requires.IsEmpty)
        {
            return;
        }

        var node = place.Index == 0 ? deck.Id : $"{deck.Id}/{section.CardId}";
        if (
            place.Workspace.Requirements.CircleOf(node) is { Count: > 1 } circle
            && circle.Any(other => !IsIn(other, deck.Id))
        )
        {
            var next = circle[1];
            var mention = section.Requires.FirstOrDefault(m =>
                m.Text == next || (place.Index > 0 && $"{deck.Id}/{m.Text}" == next)
            );
            if (mention is null)
            {
                report.AddAtHeading(this, Severity, Circle(circle), []);
            }
            else
            {
                report.Add(this, mention, Circle(circle));
            }
        }

        static bool IsIn(string node, string deck) =>
            node.StartsWith(deck, StringComparison.Ordinal) && (node.Length == deck.Length || node[deck.Length] == '/');
    }

    private void CheckCircles(Deck deck, DeckReport report)
    {
        foreach (var (index, circle) in DeckCircles.Of(deck).All)
        {
            var section = deck.Entries[index].Section;
            var mention = Requirements
                .Of(section)
                .Where(item => Requirements.Read(item.Text, deck.Id) == (deck.Id, circle[1 % circle.Count]))
                .Select(item => (TextSpan?)item.Span)
                .FirstOrDefault();
            report.Add(this, index, mention ?? section.Heading, Circle(circle));
        }
    }

    private static string Circle(IReadOnlyList<string> circle)
    {
        if (circle.Count == 1)
        {
            return $"'{circle[0]}' requires itself. Remove that.";
        }

        var named = string.Join(" → ", circle.Take(MostNamed));
        var rest = circle.Count > MostNamed ? $" → … ({circle.Count} in all)" : "";
        return $"These require one another in a circle, so that none can come first: {named}{rest} → {circle[0]}. Remove one link.";
    }

    private static string NoCard(string text, string? near) =>
        $"No card of this deck has the id '{text}'.{NearestWord.Question(near)} A card elsewhere is called deck/card.";

    private static ImmutableArray<Fix> Nearest(TextSpan span, string? near) =>
        near is null ? [] : [new Fix($"Write '{near}'", [new TextEdit(span, near)], IsPreferred: true)];
}
