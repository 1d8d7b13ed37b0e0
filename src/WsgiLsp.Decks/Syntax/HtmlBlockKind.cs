namespace WsgiLsp.Decks.Syntax;

/// <summary>CommonMark's seven kinds of HTML block, in its order.</summary>
internal enum HtmlBlockKind
{
    /// <summary><c>script</c>, <c>pre</c>, <c>style</c>, <c>textarea</c></summary>
    Raw = 1,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A processing instruction.</summary>
    Instruction,

    /// <summary>A declaration.</summary>
    Declaration,

    /// <summary>A CDATA section.</summary>
    Data,

    /// <summary>A block element such as <c>details</c>.</summary>
    Element,

    /// <summary>Any complete tag alone on its line.</summary>
    Tag,
}

/// <summary>Where HTML blocks begin and end.</summary>
internal static class HtmlBlockKindExtensions
{
    private static readonly string[] RawElements = ["script", "pre", "style", "textarea"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockElements = new HashSet<string>(
        (
            "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl "
            + "dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe "
            + "legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table "
            + "tbody td tfoot th thead title tr track ul"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of HTML block that begins with this text, or null.</summary>
    /// <param name="text">A line from its first <c>&lt;</c>.</param>
    /// <param name="interruptsParagraph">Whether a paragraph is open; then a lone tag does not begin a block.</param>
    public static HtmlBlockKind? Starting(ReadOnlySpan<char> text, bool interruptsParagraph)
    {
        var rest = text[1..];
        switch (rest)
        {
            case ['!', '-', '-', ..]:
                return HtmlBlockKind.Comment;
            case ['?', ..]:
                return HtmlBlockKind.Instruction;
            case ['!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..]:
                return HtmlBlockKind.Data;
            case ['!', var letter, ..] when char.IsAsciiLetter(letter):
                return HtmlBlockKind.Declaration;
            default:
                break;
        }

        var closing = rest is ['/', ..];
        var name = TagName(closing ? rest[1..] : rest);
        if (name.IsEmpty)
        {
            return null;
        }

        var after = rest[(name.Length + (closing ? 1 : 0))..];
        if (!closing && IsOneOf(RawElements, name) && after is [] or [' ' or '\t' or '>', ..])
        {
            return HtmlBlockKind.Raw;
        }

        if (BlockElements.Contains(name) && after is [] or [' ' or '\t' or '>', ..] or ['/', '>', ..])
        {
            return HtmlBlockKind.Element;
        }

        return !interruptsParagraph && HtmlTag.IsCompleteTagAlone(text) ? HtmlBlockKind.Tag : null;
    }

    /// <summary>Whether a blank line ends such a block.</summary>
    public static bool EndsAtBlankLine(this HtmlBlockKind kind) => kind >= HtmlBlockKind.Element;

    /// <summary>Whether a line holds the end of such a block.</summary>
    public static bool EndsIn(this HtmlBlockKind kind, ReadOnlySpan<char> line) =>
        kind switch
        {
            HtmlBlockKind.Raw => RawEnd(line),
            HtmlBlockKind.Comment => line.Contains("-->", StringComparison.Ordinal),
            HtmlBlockKind.Instruction => line.Contains("?>", StringComparison.Ordinal),
            HtmlBlockKind.Declaration => line.Contains('>'),
            _ => line.Contains("]]>", StringComparison.Ordinal),
        };

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '-'))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(text[0]) ? text[..length] : default;
    }

    private static bool IsOneOf(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var candidate in names)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool RawEnd(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf("</", StringComparison.Ordinal); at >= 0; )
        {
            line = line[(at + 2)..];
            var name = TagName(line);
            if (IsOneOf(RawElements, name) && name.Length < line.Length && line[name.Length] == '>')
            {
                return true;
            }

            at = line.IndexOf("</", StringComparison.Ordinal);
        }

        return false;
    }
}
