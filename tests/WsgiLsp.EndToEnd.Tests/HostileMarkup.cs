namespace WsgiLsp.EndToEnd.Tests;

/// <summary>What no deck may bring into a panel: elements and attributes that do something, or ask somebody.</summary>
internal static class HostileMarkup
{
    public const string Selector =
        "main :is(script, style, iframe, object, embed, form, meta, link, base, svg:not(.chart > svg), [style], [onerror], "
        + "[onclick], [onload], [onfocus], [href^='javascript:'], [href^='data:'], [href^='vbscript:'])";

    /// <summary>A deck that tries all of it.</summary>
    public static string Deck { get; } = Path.Combine(AppContext.BaseDirectory, "Web", "attack.deck.md");
}
