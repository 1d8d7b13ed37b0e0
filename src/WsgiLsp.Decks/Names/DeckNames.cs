using System.Collections.Immutable;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// What the names in decks stand for, and where something is named. Rules and editors find it here alike, by the names that
/// outlines keep (<see cref="DeckOutline"/>).
/// </summary>
public static class DeckNames
{
    /// <summary>The name at an offset; of several the innermost. Null where there is none.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="offset">The offset.</param>
    public static NameMention? At(DeckOutline deck, int offset) =>
        OutlineNames
            .All(deck, deck.SectionAt(offset))
            .Where(mention => mention.Span.Touches(offset))
            .MinBy(mention => mention.Span.Length);

    /// <summary>The links of a deck and what it requires, in the order of the file's sections.</summary>
    /// <param name="deck">The deck.</param>
    public static IEnumerable<NameMention> MentionsIn(DeckOutline deck) =>
        Enumerable.Range(0, deck.Sections.Length).SelectMany(section => OutlineNames.Mentions(deck, section));

    /// <summary>The links of a deck, each as a whole: its address is the name.</summary>
    /// <param name="deck">The deck.</param>
    public static IEnumerable<NameMention> LinksIn(DeckOutline deck) =>
        Enumerable.Range(0, deck.Sections.Length).SelectMany(section => OutlineNames.Links(deck, section));

    /// <summary>The heading at a name's end; null where it stands for none.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="named">What is named.</param>
    public static OutlineHeading? HeadingOf(DeckWorkspace workspace, NamedSection named) =>
        workspace.Decks.TryGetValue(named.Path, out var deck)
        && named.Section > 0
        && named.Section < deck.Sections.Length
            ? new OutlineHeading(deck, named.Section)
            : null;

    /// <summary>What a name stands for: nothing where it names nothing, several things where two decks have one id.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="deck">The deck in which it stands.</param>
    /// <param name="mention">The name.</param>
    public static ImmutableArray<Named> Resolve(DeckWorkspace workspace, DeckOutline deck, NameMention mention) =>
        mention.Use switch
        {
            NameUse.Heading or NameUse.CardId => [new NamedSection(deck.Path, mention.Section)],
            NameUse.DeckId => [new NamedDeck(deck.Path)],
            NameUse.Tag => [new NamedTag(mention.Text)],
            NameUse.RequiredDeck => [.. workspace.WithId(mention.Text).Select(found => new NamedDeck(found.Path))],
            NameUse.RequiredCard => [.. RequiredCards(workspace, deck, mention)],
            _ => Linked(workspace, deck, mention) is { } named ? [named] : [],
        };

    /// <summary>Every place where something is named, declarations included; of a deck only its own id is one.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="named">What is named.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <param name="progress">Told of each deck before it is looked at: how many were up to now, of how many.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IEnumerable<(DeckOutline Deck, NameMention Mention)> Of(
        DeckWorkspace workspace,
        Named named,
        CancellationToken cancellation,
        Action<int, int>? progress = null
    )
    {
        var search = NameSearch.Of(workspace, named);
        var done = 0;
        foreach (var deck in workspace.Decks.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(done++, workspace.Decks.Count);
            foreach (var mention in search.In(deck))
            {
                yield return (deck, mention);
            }
        }
    }

    /// <summary>Every place of a deck where something is named, in the order of the file's sections.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="named">What is named.</param>
    public static IEnumerable<NameMention> In(DeckWorkspace workspace, DeckOutline deck, Named named) =>
        NameSearch.Of(workspace, named).In(deck);

    /// <summary>The place where something is: its heading; of a deck its title, or the file's start.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="named">What is named.</param>
    /// <returns>The place; null for a tag, and for what is not there.</returns>
    public static NamePlace? PlaceOf(DeckWorkspace workspace, Named named) =>
        named switch
        {
            NamedSection section when workspace.Decks.TryGetValue(section.Path, out var deck) => deck.PlaceOf(
                section.Section
            ),
            NamedDeck one when workspace.Decks.TryGetValue(one.Path, out var deck) => deck.PlaceOf(
                deck.Sections is [_, { Role: Model.SectionRole.Title }, ..] ? 1 : 0
            ),
            NamedFile file when workspace.Files.KindOf(file.Path) == FileKind.File => new NamePlace(
                file.Path,
                default,
                default,
                default
            ),
            _ => null,
        };

    private static IEnumerable<Named> RequiredCards(DeckWorkspace workspace, DeckOutline deck, NameMention mention)
    {
        var (id, card) = (mention.Target.Path, mention.Target.Fragment);

        // Who has an id twice means his own deck.
        var decks = id == deck.Id ? [deck] : workspace.WithId(id);
        foreach (var one in decks)
        {
            if (one.FindCard(card) is >= 0 and var section)
            {
                yield return new NamedSection(one.Path, section);
            }
        }
    }

    private static Named? Linked(DeckWorkspace workspace, DeckOutline deck, NameMention mention)
    {
        if (deck.PathOf(mention.Target) is not { } path)
        {
            return null;
        }

        var isPlace = mention.Use == NameUse.LinkFragment;
        return workspace.Decks.TryGetValue(path, out var target)
            ? !isPlace
                ? new NamedDeck(path)
                : target.FindName(mention.Text) is >= 0 and var section
                    ? new NamedSection(path, section)
                    : null
            : new NamedFile(path);
    }
}
