using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Model;

/// <summary>What decides how a deck is read, besides its text.</summary>
public sealed record DeckSettings
{
    /// <summary>The file's name without folders; gives the deck its id where the front matter has none.</summary>
    public string FileName { get; init; } = "untitled.deck.md";

    /// <summary>Rule name to severity, null for off; rules that are not named keep their default.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } = ImmutableDictionary<string, Severity?>.Empty;
}
