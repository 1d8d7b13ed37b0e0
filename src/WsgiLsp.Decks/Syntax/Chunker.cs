using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// Cuts a deck into sections by its headings, without building a syntax tree. What follows a cut depends on nothing
/// before it, so that after an edit scanning may stop at the first cut that was there before.
/// </summary>
internal static class Chunker
{
    /// <summary>Finds cuts.</summary>
    /// <param name="text">The whole deck.</param>
    /// <param name="from">Where to begin: the start of a section, or of the text after the front matter.</param>
    /// <param name="isPreamble">Whether the text at <paramref name="from"/> stands before any heading.</param>
    /// <param name="cardLevel">The deck's <c>card-level</c>: deeper headings never cut.</param>
    /// <param name="isKnown">Whether a cut was there before and all that follows is unchanged; ends the scan.</param>
    /// <returns>The cuts after <paramref name="from"/>, the known one last; one at it only in a preamble.</returns>
    public static List<Cut> Scan(SourceText text, int from, bool isPreamble, int? cardLevel, Func<Cut, bool> isKnown)
    {
        var cuts = new List<Cut>();
        var scanner = new BlockScanner();
        var lines = text.ReadLines(from);
        var level = 0;
        var details = 0;
        var paragraph = from;
        while (lines.Read())
        {
            var heading = -1;
            switch (scanner.Read(lines.Line))
            {
                case LineRole.AtxHeading:
                    heading = lines.Start;
                    break;
                case LineRole.SetextUnderline when IsOnlyDefinitions(text, paragraph, lines.Start):
                    scanner.ContinueAsParagraph();
                    break;
                case LineRole.SetextUnderline:
                    heading = paragraph;
                    break;
                case LineRole.ParagraphStart:
                    paragraph = lines.Start;
                    details = Details.Depth(details, lines.Line, closingOnly: true);
                    break;
                case LineRole.ParagraphContinuation:
                    details = Details.Depth(details, lines.Line, closingOnly: true);
                    break;
                case LineRole.Html when scanner.IsElement:
                    details = Details.Depth(details, lines.Line, closingOnly: false);
                    break;
                default:
                    break;
            }

            if (heading < 0)
            {
                continue;
            }

            if (heading == from && !isPreamble)
            {
                level = scanner.HeadingLevel;
                continue;
            }

            var isContent =
                scanner.HeadingLevel > cardLevel || (details > 0 && level > 0 && scanner.HeadingLevel > level);
            if (isContent)
            {
                continue;
            }

            var cut = new Cut(heading, scanner.HeadingLevel);
            cuts.Add(cut);
            if (isKnown(cut))
            {
                break;
            }

            level = cut.Level;
            details = 0;
        }

        return cuts;
    }

    // "[label]: target" above a line of dashes is a definition above a paragraph, not a heading.
    private static bool IsOnlyDefinitions(SourceText text, int start, int end)
    {
        if (!text.GetLine(text.GetPosition(start).Line).TrimStart(' ').StartsWith('['))
        {
            return false;
        }

        return MarkdownReader.HasNoContent(text.ToString(TextSpan.FromBounds(start, end)));
    }
}
