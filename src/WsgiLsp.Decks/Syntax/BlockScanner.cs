namespace WsgiLsp.Decks.Syntax;

/// <summary>What a line turned out to be, as far as cutting a deck needs to know.</summary>
internal enum LineRole
{
    /// <summary>Anything that is neither of the others.</summary>
    Other,

    /// <summary>An ATX heading of the document itself, in no list or quote.</summary>
    AtxHeading,

    /// <summary>The underline that makes the document's open paragraph a heading.</summary>
    SetextUnderline,

    /// <summary>The first line of a paragraph of the document itself.</summary>
    ParagraphStart,

    /// <summary>A further line of such a paragraph.</summary>
    ParagraphContinuation,

    /// <summary>A line of an HTML block of the document itself.</summary>
    Html,
}

/// <summary>
/// CommonMark's block structure, line by line, without building it: which lines are headings of the document itself, and
/// not code, HTML, or part of a list or quote. It follows the specification's own method (section "Parsing strategy").
/// </summary>
internal struct BlockScanner
{
    private readonly List<Container> containers = [];
    private Leaf leaf;
    private char fenceCharacter;
    private int fenceLength;
    private HtmlBlockKind html;

    public BlockScanner() { }

    private enum Leaf
    {
        None,
        Paragraph,
        Fence,
        Html,
        IndentedCode,
    }

    /// <summary>Level of the heading, after a line that is or makes one.</summary>
    public int HeadingLevel { get; private set; }

    /// <summary>After a line of an HTML block: whether it is a block element such as <c>details</c>.</summary>
    public readonly bool IsElement => html == HtmlBlockKind.Element;

    /// <summary>Takes back an underline: the paragraph above it holds definitions only, so it begins a paragraph.</summary>
    public void ContinueAsParagraph() => leaf = Leaf.Paragraph;

    /// <summary>Takes the next line, without its line end.</summary>
    public LineRole Read(ReadOnlySpan<char> text)
    {
        // Most lines of most decks: a line of plain text after an empty line or in a paragraph of the document.
        if (containers.Count == 0 && leaf is Leaf.None or Leaf.Paragraph && text.Length > 0 && IsPlain(text[0]))
        {
            return Paragraph();
        }

        var cursor = new LineCursor(text);
        var matched = MatchContainers(ref cursor);
        var open = matched == containers.Count;
        if (open && leaf == Leaf.Fence)
        {
            if (ClosesFence(cursor))
            {
                leaf = Leaf.None;
            }

            return LineRole.Other;
        }

        if (open && leaf == Leaf.Html)
        {
            return ContinueHtml(cursor);
        }

        return Open(ref cursor, matched);
    }

    private static bool IsPlain(char first) => char.IsAsciiLetter(first) || first > 127;

    private readonly bool ClosesFence(LineCursor cursor)
    {
        if (cursor.Indent > 3)
        {
            return false;
        }

        var rest = cursor.Rest.Trim(" \t");
        return rest.Length >= fenceLength && rest.IndexOfAnyExcept(fenceCharacter) < 0;
    }

    private LineRole ContinueHtml(LineCursor cursor)
    {
        if (html.EndsAtBlankLine())
        {
            if (cursor.IsBlank)
            {
                leaf = Leaf.None;
                return LineRole.Other;
            }
        }
        else if (html.EndsIn(cursor.Rest))
        {
            leaf = Leaf.None;
        }

        return containers.Count == 0 ? LineRole.Html : LineRole.Other;
    }

    private readonly int MatchContainers(ref LineCursor cursor)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers[i];
            if (container.IsQuote)
            {
                if (cursor.Indent > 3 || cursor.Rest.TrimStart(" \t") is not ['>', ..])
                {
                    return i;
                }

                EnterQuote(ref cursor);
            }
            else if (cursor.IsBlank)
            {
                // An item may begin with one blank line, not with two.
                if (container.IsEmptySoFar && i == containers.Count - 1 && leaf == Leaf.None)
                {
                    return i;
                }
            }
            else if (cursor.Indent >= container.Indent)
            {
                cursor.SkipColumns(container.Indent);
            }
            else
            {
                return i;
            }
        }

        return containers.Count;
    }

    private static void EnterQuote(ref LineCursor cursor)
    {
        cursor.SkipColumns(cursor.Indent);
        cursor.SkipCharacters(1);
        cursor.SkipColumns(Math.Min(1, cursor.Indent));
    }

    private LineRole Open(ref LineCursor cursor, int matched)
    {
        var opened = false;
        while (true)
        {
            var inOpenParagraph = !opened && matched == containers.Count && leaf == Leaf.Paragraph;
            var depth = opened ? containers.Count : matched;
            if (cursor.IsBlank)
            {
                return Blank(depth, opened);
            }

            var indent = cursor.Indent;
            if (indent > 3)
            {
                if (!opened && leaf == Leaf.Paragraph)
                {
                    return Continue(matched);
                }

                Close(depth);
                leaf = Leaf.IndentedCode;
                return LineRole.Other;
            }

            var rest = cursor.Rest.TrimStart(" \t");
            var next = rest[0];
            if (next == '>')
            {
                Close(depth);
                EnterQuote(ref cursor);
                containers.Add(new Container(IsQuote: true, 0, IsEmptySoFar: false));
                opened = true;
                continue;
            }

            if (next == '#' && AtxLevel(rest) is > 0 and var level)
            {
                Close(depth);
                HeadingLevel = level;
                return containers.Count == 0 ? LineRole.AtxHeading : LineRole.Other;
            }

            if (next is '`' or '~' && OpensFence(rest))
            {
                Close(depth);
                leaf = Leaf.Fence;
                return LineRole.Other;
            }

            var paragraphGoesOn = !opened && leaf == Leaf.Paragraph;
            if (next == '<' && HtmlBlockKindExtensions.Starting(rest, paragraphGoesOn) is { } kind)
            {
                Close(depth);
                html = kind;
                leaf = !kind.EndsAtBlankLine() && kind.EndsIn(rest) ? Leaf.None : Leaf.Html;
                return containers.Count == 0 ? LineRole.Html : LineRole.Other;
            }

            if (inOpenParagraph && next is '=' or '-' && IsUnderline(rest))
            {
                leaf = Leaf.None;
                HeadingLevel = next == '=' ? 1 : 2;
                return containers.Count == 0 ? LineRole.SetextUnderline : LineRole.Other;
            }

            if (next is '-' or '*' or '_' && IsThematicBreak(rest))
            {
                Close(depth);
                return LineRole.Other;
            }

            if (ListMarker(rest, inOpenParagraph) is > 0 and var width)
            {
                Close(depth);
                EnterItem(ref cursor, indent, width);
                opened = true;
                continue;
            }

            if (paragraphGoesOn)
            {
                return Continue(matched);
            }

            Close(depth);
            return Paragraph();
        }
    }

    private LineRole Blank(int depth, bool opened)
    {
        if (!opened)
        {
            // Items go on over blank lines; a quote without its mark does not, and neither does what it holds.
            Close(depth);
        }
        else
        {
            leaf = Leaf.None;
        }

        return LineRole.Other;
    }

    /// <summary>A line that goes on with the open paragraph, lazily where its containers were not all matched.</summary>
    private readonly LineRole Continue(int matched) =>
        matched == 0 && containers.Count == 0 ? LineRole.ParagraphContinuation : LineRole.Other;

    private LineRole Paragraph()
    {
        var role = leaf == Leaf.Paragraph ? LineRole.ParagraphContinuation : LineRole.ParagraphStart;
        leaf = Leaf.Paragraph;
        if (containers.Count == 0)
        {
            return role;
        }

        containers[^1] = containers[^1] with { IsEmptySoFar = false };
        return LineRole.Other;
    }

    private void Close(int depth)
    {
        containers.RemoveRange(depth, containers.Count - depth);
        leaf = Leaf.None;
        if (containers.Count > 0 && containers[^1].IsEmptySoFar)
        {
            containers[^1] = containers[^1] with { IsEmptySoFar = false };
        }
    }

    private static int AtxLevel(ReadOnlySpan<char> rest)
    {
        var level = rest.IndexOfAnyExcept('#');
        if (level < 0)
        {
            level = rest.Length;
        }

        return level <= 6 && (level == rest.Length || rest[level] is ' ' or '\t') ? level : 0;
    }

    private bool OpensFence(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExcept(rest[0]);
        if (length < 0)
        {
            length = rest.Length;
        }

        if (length < 3 || (rest[0] == '`' && rest[length..].Contains('`')))
        {
            return false;
        }

        fenceCharacter = rest[0];
        fenceLength = length;
        return true;
    }

    private static bool IsUnderline(ReadOnlySpan<char> rest) => rest.TrimEnd(" \t").IndexOfAnyExcept(rest[0]) < 0;

    private static bool IsThematicBreak(ReadOnlySpan<char> rest)
    {
        var count = 0;
        foreach (var c in rest)
        {
            if (c == rest[0])
            {
                count++;
            }
            else if (c is not (' ' or '\t'))
            {
                return false;
            }
        }

        return count >= 3;
    }

    /// <summary>Length of the list marker that begins here, or 0.</summary>
    private static int ListMarker(ReadOnlySpan<char> rest, bool interruptsParagraph)
    {
        int width;
        var canInterrupt = true;
        if (rest[0] is '-' or '*' or '+')
        {
            width = 1;
        }
        else
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 9 || rest[digits] is not ('.' or ')'))
            {
                return 0;
            }

            width = digits + 1;
            canInterrupt = rest[..digits] is "1";
        }

        var after = rest[width..];
        if (after.Length > 0 && after[0] is not (' ' or '\t'))
        {
            return 0;
        }

        canInterrupt &= after.IndexOfAnyExcept(' ', '\t') >= 0;
        return interruptsParagraph && !canInterrupt ? 0 : width;
    }

    private void EnterItem(ref LineCursor cursor, int indent, int width)
    {
        cursor.SkipColumns(indent);
        cursor.SkipCharacters(width);
        var isEmpty = cursor.IsBlank;

        // Content that is indented by five or more columns is code one column after the marker.
        var padding = isEmpty || cursor.Indent > 4 ? 1 : cursor.Indent;
        cursor.SkipColumns(padding);
        containers.Add(new Container(IsQuote: false, indent + width + padding, isEmpty));
    }

    /// <summary>A list item or a block quote.</summary>
    /// <param name="IsQuote">Whether it is a quote.</param>
    /// <param name="Indent">An item's content begins at this column, counted inside its own container.</param>
    /// <param name="IsEmptySoFar">An item without content on its first line.</param>
    private readonly record struct Container(bool IsQuote, int Indent, bool IsEmptySoFar);
}
