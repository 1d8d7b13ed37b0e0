using WsgiLsp.Decks.Model;

namespace WsgiLsp.Rendering.Pages;

/// <summary>Where links of decks lead in pages of them.</summary>
internal sealed class PageLinks
{
    private readonly Dictionary<string, StudyDeck> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<StudyDeck, Dictionary<string, string>> anchors = [];
    private readonly Func<StudyDeck, StudyDeck, string> pageOf;

    /// <param name="decks">All decks that have a page.</param>
    /// <param name="pageOf">The address of the second's page in the first's; empty for the same page.</param>
    public PageLinks(IEnumerable<StudyDeck> decks, Func<StudyDeck, StudyDeck, string> pageOf)
    {
        this.pageOf = pageOf;
        foreach (var deck in decks)
        {
            byPath.TryAdd(Normal("", deck.Path), deck);
            anchors.TryAdd(deck, NamesOf(deck));
        }
    }

    /// <summary>The id of a deck's place on its page.</summary>
    public static string IdOf(StudyDeck deck) => "deck-" + Word(deck.Deck.Id);

    /// <summary>The id of a section's place on its page.</summary>
    public static string IdOf(StudyDeck deck, DeckSection section) => $"card-{Word(deck.Deck.Id)}/{section.Anchor}";

    /// <summary>The address in a deck's page for one in the deck; null where it leads to no page.</summary>
    public string? Resolve(StudyDeck from, string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(hash < 0 ? address : address[..hash]);
        var name = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        var to = path.Length == 0 ? from : byPath.GetValueOrDefault(Normal(from.Path, path));
        return to is null ? null : $"{pageOf(from, to)}#{anchors[to].GetValueOrDefault(name) ?? IdOf(to)}";
    }

    /// <summary>The id of each name that a link can have; what is named twice is the first one's.</summary>
    private static Dictionary<string, string> NamesOf(StudyDeck deck)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in deck.Deck.Sections.Where(section => section.Anchor.Length > 0))
        {
            names.TryAdd(section.Card is { } card ? card.Id : section.Anchor, IdOf(deck, section));
        }

        foreach (var section in deck.Deck.Sections.Where(section => section.Anchor.Length > 0))
        {
            names.TryAdd(section.Anchor, IdOf(deck, section));
        }

        return names;
    }

    /// <summary>A path without <c>.</c> and <c>..</c>, from the folder of a file.</summary>
    private static string Normal(string file, string path)
    {
        var slash = file.LastIndexOf('/');
        List<string> parts = [];
        foreach (var part in $"{(slash < 0 ? "" : file[..slash])}/{path}".Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string Word(string id) =>
        string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
