using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Goes over the words of a text: letters and digits, with apostrophes inside.</summary>
/// <param name="text">The text.</param>
internal ref struct WordScan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the word stands in the text.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>Itself, so that <c>foreach</c> takes it.</summary>
    public readonly WordScan GetEnumerator() => this;

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInnerApostrophe(at)))
        {
            at++;
        }

        Current = TextSpan.FromBounds(start, at);
        return at > start;
    }

    /// <summary>Number of words in a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in new WordScan(text))
        {
            count++;
        }

        return count;
    }

    private readonly bool IsInnerApostrophe(int index) =>
        text[index] is '\'' or '’' && index + 1 < text.Length && char.IsLetter(text[index + 1]);
}
