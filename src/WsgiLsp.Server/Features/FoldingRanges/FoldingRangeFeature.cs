using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.FoldingRanges;

/// <summary>
/// What can be folded: sections, and answers as regions, so that an editor's own "fold all regions" hides every answer.
/// </summary>
internal static class FoldingRangeFeature
{
    /// <summary>The folds of a deck.</summary>
    public static IReadOnlyList<FoldingRange> Of(OpenDocument document, Deck deck, ClientCapabilities client)
    {
        var folds = new List<FoldingRange>();
        var collapsed = client.TextDocument?.FoldingRange?.FoldingRange?.CollapsedText == true ? "answer" : null;
        for (var index = 1; index < deck.SectionCount; index++)
        {
            var section = deck.Section(index);
            var first = document.Text.GetPosition(section.Heading.End).Line;
            var last = LastLine(document, deck, index);
            var answer = section.Answer is { Length: > 0 } span ? AnswerFold(document, span, first, collapsed) : null;
            if (last > first && (answer is null || answer.StartLine > first))
            {
                folds.Add(new FoldingRange(first, last));
            }

            if (answer is not null)
            {
                folds.Add(answer);
            }
        }

        return folds;
    }

    /// <summary>
    /// Folding leaves the first line to be seen, so the fold begins on the line before the answer.
    /// </summary>
    private static FoldingRange AnswerFold(OpenDocument document, Decks.Text.TextSpan answer, int heading, string? text)
    {
        var start = Math.Max(heading, document.Text.GetPosition(answer.Start).Line - 1);
        var end = document.Text.GetPosition(answer.End).Line;
        return new FoldingRange(start, end, Kind: FoldingRangeKind.Region, CollapsedText: text);
    }

    /// <summary>The last line with text of a section and of all below it.</summary>
    private static int LastLine(OpenDocument document, Deck deck, int index)
    {
        var level = deck.Section(index).Level;
        var next = index + 1;
        while (next < deck.SectionCount && deck.Section(next).Level > level)
        {
            next++;
        }

        var line = deck.Section(next - 1).EndLine - 1;
        while (line > 0 && document.Text.GetLine(line).IsWhiteSpace())
        {
            line--;
        }

        return line;
    }
}
