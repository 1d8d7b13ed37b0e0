using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Where the blanks of a cloze card stand in its section; its content has them in the text that is asked.</summary>
internal static class ClozePlaces
{
    /// <summary>The blanks, in order, at their places in the section.</summary>
    public static ImmutableArray<Cloze> Of(ParsedSection parsed)
    {
        var text = parsed.Source.Text;
        var marks = parsed.Context.HasHighlightClozes ? ClozeMarks.Highlight : ClozeMarks.Braces;
        if ((parsed.Metadata.Kind ?? parsed.Context.InheritedKind) == CardKind.Cloze)
        {
            var places = parsed.Body.Flow.Select(block => parsed.Source.Span(block.Lines)).Prepend(parsed.Heading);
            return ClozeScanner.FindEverywhere(text, places, marks);
        }

        IEnumerable<Block?> blocks = [parsed.HeadingBlock, .. parsed.Body.Flow.Select(block => block.Syntax)];
        return ClozeScanner.Find(text, blocks.OfType<Block>(), marks);
    }
}
