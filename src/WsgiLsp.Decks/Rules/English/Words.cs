using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>
/// The words of a text, from left to right: letters and digits in a row, with single apostrophes, hyphens and underscores
/// inside.
/// </summary>
internal ref struct Words
{
    private readonly ReadOnlySpan<char> text;
    private int at;

    private Words(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Where the word stands in the text.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>The words of a text.</summary>
    public static Words In(ReadOnlySpan<char> text) => new(text);

    /// <summary>How many words a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in In(text))
        {
            count++;
        }

        return count;
    }

    /// <summary>The words as places in the text.</summary>
    public static List<TextSpan> List(ReadOnlySpan<char> text)
    {
        var result = new List<TextSpan>();
        foreach (var word in In(text))
        {
            result.Add(word);
        }

        return result;
    }

    /// <summary>What <c>foreach</c> asks for.</summary>
    public readonly Words GetEnumerator() => this;

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return false;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(at)))
        {
            at++;
        }

        Current = TextSpan.FromBounds(start, at);
        return true;
    }

    private readonly bool IsInside(int index) =>
        text[index] is '\'' or '’' or '-' or '_' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);
}
