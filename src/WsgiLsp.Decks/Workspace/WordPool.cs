namespace WsgiLsp.Decks.Workspace;

/// <summary>Keeps each word once: decks repeat their tags, and the files that they link to.</summary>
internal sealed class WordPool
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <summary>The word, as it was met first.</summary>
    public string Once(string word) => words.TryAdd(word, word) ? word : words[word];
}
