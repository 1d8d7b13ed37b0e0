using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>What is wanted of a session, whatever the log knows.</summary>
internal static class WantedCards
{
    /// <summary>Whether a card is among those to choose from.</summary>
    public static bool Wants(this SessionOptions options, Card card) =>
        options.Selection.Has(card) && options.Mode.Has(card.Kind);
}
