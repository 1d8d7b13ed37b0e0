using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering;
using WsgiLsp.Server.Documents;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Panel;

/// <summary>The decks that a panel asks from: where their cards stand, and how their texts become HTML.</summary>
/// <param name="paths">The full paths of the decks.</param>
/// <param name="read">A deck as it is now; null where it is none any more.</param>
/// <param name="folderOf">The workspace of a deck, of which images are shown; null for none.</param>
public sealed class PanelDecks(
    IReadOnlyCollection<string> paths,
    Func<string, Deck?> read,
    Func<string, string?> folderOf
)
{
    private readonly Dictionary<string, string?> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, string?>> images = new(StringComparer.Ordinal);

    /// <summary>The full paths of the decks.</summary>
    public IReadOnlyCollection<string> Paths => paths;

    /// <summary>The decks as they are now.</summary>
    public IEnumerable<DeckAt> Now =>
        paths.Select(path => read(path) is { } deck ? new DeckAt(path, deck) : null).OfType<DeckAt>();

    /// <summary>Whether one of the decks is among some files.</summary>
    public bool HasAnyOf(IReadOnlyCollection<string> files) => paths.Any(path => files.Contains(path));

    /// <summary>Where a card stands now; null where it is gone, or was made of several.</summary>
    public PanelPlace? PlaceOf(Card card) =>
        PathOf(card) is { } path
        && read(path)?.Sections.FirstOrDefault(section => section.Card?.Id == card.Id) is { } section
            ? new PanelPlace(DocumentUri.FromPath(path), section.StartLine)
            : null;

    /// <summary>A text of a card as blocks; empty for an empty one.</summary>
    public string Html(Card card, string markdown) =>
        markdown.Length == 0 ? "" : SafeHtml.Of(markdown, OptionsFor(card));

    /// <summary>A text of a card as one phrase, in which nothing can be pressed.</summary>
    public string Phrase(Card card, string markdown) =>
        SafeHtml.Inline(markdown, OptionsFor(card) with { HasLinks = false });

    /// <summary>A sentence of the program's own as HTML.</summary>
    public static string Phrase(string markdown) => SafeHtml.Inline(markdown, new SafeHtmlOptions { HasLinks = false });

    private SafeHtmlOptions OptionsFor(Card card) =>
        new() { FirstHeading = 3, Image = source => ImagesOf(card)(source) };

    private Func<string, string?> ImagesOf(Card card)
    {
        if (!images.TryGetValue(card.DeckId, out var found))
        {
            images[card.DeckId] = found =
                PathOf(card) is { } path && Path.IsPathFullyQualified(path)
                    ? DeckImages.Of(folderOf(path), path)
                    : _ => null;
        }

        return found;
    }

    private string? PathOf(Card card)
    {
        if (!byId.TryGetValue(card.DeckId, out var path))
        {
            byId[card.DeckId] = path = paths.FirstOrDefault(one => read(one)?.Id == card.DeckId);
        }

        return path;
    }
}
