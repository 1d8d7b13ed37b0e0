using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The rubric of an explain card: a callout with a list of concepts.</summary>
internal static class Rubric
{
    /// <summary>Reads the concepts of a callout; none where it holds no list.</summary>
    public static ImmutableArray<Concept> Read(SectionSource source, Block callout)
    {
        var concepts = ImmutableArray.CreateBuilder<Concept>();
        foreach (var item in Items(callout))
        {
            var wordings = ImmutableArray.CreateBuilder<ConceptWording>();
            if (Wording(source, item) is { } first)
            {
                wordings.Add(first);
            }

            wordings.AddRange(Items(item).Select(nested => Wording(source, nested)).OfType<ConceptWording>());
            if (wordings.Count > 0)
            {
                concepts.Add(new Concept(wordings[0].Text, wordings.ToImmutable()));
            }
        }

        return concepts.DrainToImmutable();
    }

    private static IEnumerable<ListItemBlock> Items(Block container) =>
        container is ContainerBlock blocks
            ? blocks.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>())
            : [];

    private static ConceptWording? Wording(SectionSource source, ListItemBlock item)
    {
        if (item.OfType<ParagraphBlock>().FirstOrDefault() is not { Inline: { } inline } paragraph)
        {
            return null;
        }

        var text = ParagraphText.Of(source, paragraph);
        return text.Length == 0 ? null : new ConceptWording(text, Terms(inline));
    }

    /// <summary>Bold spans; those joined only by "or" or "/" are alternatives of one term.</summary>
    private static ImmutableArray<ImmutableArray<string>> Terms(ContainerInline inline)
    {
        var terms = new List<List<string>>();
        var between = "";
        foreach (var child in inline)
        {
            if (child is not EmphasisInline { DelimiterCount: 2 } bold)
            {
                between += child is LineBreakInline ? " " : Raw(child);
                continue;
            }

            var text = PlainText.Of(bold);
            if (text.Length > 0)
            {
                if (terms.Count > 0 && JoinsAlternatives(between))
                {
                    terms[^1].Add(text);
                }
                else
                {
                    terms.Add([text]);
                }
            }

            between = "";
        }

        return [.. terms.Select(alternatives => alternatives.ToImmutableArray())];
    }

    // A closing bracket may end the alternative before: "**a** (or **b**) or **c**".
    private static bool JoinsAlternatives(string between) =>
        between.Trim().TrimStart(')').Trim().TrimStart(',').Trim().TrimStart('(').Trim() is "or" or "/" or "or:";

    private static string Raw(Inline inline)
    {
        var text = PlainText.Of(inline);
        return inline is LiteralInline literal ? literal.Content.ToString() : $" {text} ";
    }
}
