namespace WsgiLsp.EndToEnd.Tests;

/// <summary>A card of a deck's text, found by its explicit id.</summary>
/// <param name="Line">The 1-based line of its heading.</param>
/// <param name="Prompt">The heading's text.</param>
/// <param name="Body">The lines below its metadata, up to the next heading.</param>
internal sealed record CardInDeck(int Line, string Prompt, IReadOnlyList<string> Body)
{
    private const string KeyMark = "- [x] ";

    /// <summary>A choice card's right option.</summary>
    public string Key => Body.First(line => line.StartsWith(KeyMark, StringComparison.Ordinal))[KeyMark.Length..];

    /// <summary>Three words in a row of the answer that carry no markup, so that every rendering shows them.</summary>
    public string PlainWords
    {
        get
        {
            var words = Body.First(line => line.Length > 0).Split(' ');
            var start = Enumerable.Range(0, words.Length - 2).First(at => words[at..(at + 3)].All(IsPlain));
            return string.Join(' ', words[start..(start + 3)]);

            static bool IsPlain(string word) => word.All(c => char.IsLetterOrDigit(c) || c is '-' or ',');
        }
    }

    public static CardInDeck Find(string deck, string id)
    {
        var lines = File.ReadAllLines(deck);
        var metadata = Array.FindIndex(
            lines,
            line => line.StartsWith("<!-- card:", StringComparison.Ordinal) && line.Split(' ').Contains("id=" + id)
        );
        Assert.True(metadata > 0, $"{deck} has no card {id}");
        var body = lines.Skip(metadata + 1).TakeWhile(line => !line.StartsWith('#'));
        return new CardInDeck(metadata, lines[metadata - 1].TrimStart('#', ' '), [.. body]);
    }
}
