using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A concept with its places.</summary>
/// <param name="Concept">What it says.</param>
/// <param name="Wordings">The paragraph of each of its wordings, the first one's first.</param>
internal sealed record PlacedConcept(Concept Concept, ImmutableArray<TextSpan> Wordings);

/// <summary>A key term with its place.</summary>
/// <param name="Alternatives">What it is called, as plain text; one suffices.</param>
/// <param name="Place">From its first alternative to its last one, with their marks.</param>
internal sealed record PlacedTerm(ImmutableArray<string> Alternatives, TextSpan Place);

/// <summary>The rubric of an explain card: a callout with a list of concepts.</summary>
internal static class Rubric
{
    /// <summary>Reads the concepts of a callout; none where it holds no list.</summary>
    public static ImmutableArray<PlacedConcept> Read(SectionSource source, Block callout)
    {
        var concepts = ImmutableArray.CreateBuilder<PlacedConcept>();
        foreach (var item in Items(callout))
        {
            var wordings = ImmutableArray.CreateBuilder<ConceptWording>();
            var places = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var wordingItem in Items(item).Prepend(item))
            {
                if (Wording(source, wordingItem) is var (wording, place))
                {
                    wordings.Add(wording);
                    places.Add(place);
                }
            }

            if (wordings.Count > 0)
            {
                var concept = new Concept(wordings[0].Text, wordings.ToImmutable());
                concepts.Add(new PlacedConcept(concept, places.ToImmutable()));
            }
        }

        return concepts.DrainToImmutable();
    }

    private static IEnumerable<ListItemBlock> Items(Block container) =>
        container is ContainerBlock blocks
            ? blocks.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>())
            : [];

    private static (ConceptWording Wording, TextSpan Place)? Wording(SectionSource source, ListItemBlock item)
    {
        if (item.OfType<ParagraphBlock>().FirstOrDefault() is not { Inline: { } inline } paragraph)
        {
            return null;
        }

        var text = ParagraphText.Of(source, paragraph);
        return text.Length == 0
            ? null
            : (
                new ConceptWording(text, [.. Terms(inline).Select(term => term.Alternatives)]),
                new TextSpan(paragraph.Span.Start, paragraph.Span.Length)
            );
    }

    /// <summary>Bold spans; those joined only by "or" or "/" are alternatives of one term.</summary>
    public static ImmutableArray<PlacedTerm> Terms(ContainerInline inline)
    {
        var terms = new List<PlacedTerm>();
        var between = "";
        foreach (var child in inline)
        {
            if (child is not EmphasisInline { DelimiterCount: 2 } bold)
            {
                between += child is LineBreakInline ? " " : Raw(child);
                continue;
            }

            var text = Prose.Of(bold).Text;
            if (text.Length > 0)
            {
                if (terms.Count > 0 && JoinsAlternatives(between))
                {
                    var (alternatives, place) = terms[^1];
                    terms[^1] = new PlacedTerm(
                        alternatives.Add(text),
                        TextSpan.FromBounds(place.Start, bold.Span.End + 1)
                    );
                }
                else
                {
                    terms.Add(new PlacedTerm([text], TextSpan.FromBounds(bold.Span.Start, bold.Span.End + 1)));
                }
            }

            between = "";
        }

        return [.. terms];
    }

    // A closing bracket may end the alternative before: "**a** (or **b**) or **c**".
    private static bool JoinsAlternatives(string between) =>
        between.Trim().TrimStart(')').Trim().TrimStart(',').Trim().TrimStart('(').Trim() is "or" or "/" or "or:";

    private static string Raw(Inline inline)
    {
        var text = Prose.Of(inline).Text;
        return inline is LiteralInline literal ? literal.Content.ToString() : $" {text} ";
    }
}
