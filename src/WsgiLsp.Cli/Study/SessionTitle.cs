namespace WsgiLsp.Cli.Study;

/// <summary>What a session over several decks is called.</summary>
internal static class SessionTitle
{
    /// <param name="decks">Titles of the decks, at least one.</param>
    public static string Of(IReadOnlyList<string> decks) =>
        decks switch
        {
            [var only] => only,
            [var first, var second] => $"{first} and {second}",
            _ => $"{decks[0]} and {decks.Count - 1} other decks",
        };
}
