using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>
/// The words of a text, from left to right: letters and digits in a row, with single apostrophes inside, and hyphens and
/// underscores where they do not part words.
/// </summary>
internal ref struct Words
{
    private readonly ReadOnlySpan<char> text;
    private readonly bool joins;
    private int at;

    private Words(ReadOnlySpan<char> text, bool joins)
    {
        this.text = text;
        this.joins = joins;
    }

    /// <summary>Where the word stands in the text.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>The words of a text: "pre-fork" is one.</summary>
    public static Words In(ReadOnlySpan<char> text) => new(text, joins: true);

    /// <summary>The words of a text and the parts of compounds: "pre-fork" is two.</summary>
    public static Words PartsIn(ReadOnlySpan<char> text) => new(text, joins: false);

    /// <summary>How many words a text has.</summary>
    public static int Count(ReadOnlySpan<char> text) => In(text).Count();

    /// <summary>How many words are left.</summary>
    public readonly int Count()
    {
        var count = 0;
        foreach (var _ in this)
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a text has words.</summary>
    public static bool AnyIn(ReadOnlySpan<char> text) => In(text).MoveNext();

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
        (text[index] is '\'' or '’' || (joins && text[index] is '-' or '_'))
        && index + 1 < text.Length
        && char.IsLetterOrDigit(text[index + 1]);
}
