using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Completions;

/// <summary>Names that exist, as completions.</summary>
internal static class NameCompletions
{
    /// <summary>All tags of the workspace, those of the deck first, then by how often they are used.</summary>
    /// <param name="place">Where.</param>
    /// <param name="taken">Tags that are there already.</param>
    /// <param name="word">The tag that is being written, which is none yet.</param>
    public static IEnumerable<Completion> Tags(CompletionPlace place, IReadOnlySet<string> taken, string word)
    {
        var own = TagsOf(place.Outline).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var deck in place.Workspace.Decks.Values)
        {
            place.Cancellation.ThrowIfCancellationRequested();
            foreach (var tag in TagsOf(deck))
            {
                counts[tag] = counts.GetValueOrDefault(tag) + 1;
            }
        }

        return counts
            .Where(tag => !taken.Contains(tag.Key) && !(tag.Key == word && tag.Value == 1))
            .OrderByDescending(tag => own.Contains(tag.Key))
            .ThenByDescending(tag => tag.Value)
            .ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new Completion(CompletionSort.Tag, tag.Key, tag.Key)
            {
                Detail = tag.Value == 1 ? "used once" : $"used {tag.Value} times",
            });
    }

    /// <summary>All decks but the one that is written, by their ids.</summary>
    /// <param name="place">Where.</param>
    /// <param name="taken">Ids that are there already.</param>
    /// <param name="end">What follows an id.</param>
    public static IEnumerable<Completion> Decks(CompletionPlace place, IReadOnlySet<string> taken, string end = "") =>
        place
            .Workspace.Decks.Values.Where(deck => deck.Id != place.Outline.Id && !taken.Contains(deck.Id))
            .OrderBy(deck => deck.Id, StringComparer.Ordinal)
            .Select(deck => new Completion(CompletionSort.Deck, deck.Id + end, deck.Id + end)
            {
                Detail = deck.Title,
                Named = new NamedDeck(deck.Path),
            });

    /// <summary>The cards of a deck, by their ids.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="isWanted">Which are wanted.</param>
    public static IEnumerable<Completion> Cards(DeckOutline deck, Func<OutlineHeading, bool> isWanted) =>
        deck
            .Headings.Where(heading => heading.IsAsked && isWanted(heading))
            .Select(heading => new Completion(CompletionSort.Card, heading.Id!, heading.Id!)
            {
                Detail = heading.Title,
                Named = heading.Named,
            });

    /// <summary>All rules.</summary>
    /// <param name="taken">Rules that are there already.</param>
    public static IEnumerable<Completion> Rules(IReadOnlySet<string> taken) =>
        RuleCatalogue
            .Names.Where(name => !taken.Contains(name))
            .Select(name => new Completion(CompletionSort.Rule, name, name)
            {
                Detail = RuleCatalogue.Find(name)?.Summary,
            });

    /// <summary>Words that are values.</summary>
    public static IEnumerable<Completion> Values(IEnumerable<string> words) =>
        words.Select(word => new Completion(
            Vocabulary.Kind(word) is null ? CompletionSort.Value : CompletionSort.Kind,
            word,
            word
        ));

    private static IEnumerable<string> TagsOf(DeckOutline deck) =>
        deck.Tags.Concat(deck.Headings.SelectMany(heading => heading.Tags));
}
