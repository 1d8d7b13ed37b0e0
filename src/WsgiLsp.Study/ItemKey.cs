namespace WsgiLsp.Study;

/// <summary>The identity of items in the log.</summary>
internal static class ItemKey
{
    /// <summary>The card's key, and behind a slash the item's name where it has one.</summary>
    public static string Of(string card, string item) => item.Length == 0 ? card : $"{card}/{item}";
}
