using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>
/// Markdown as readers of decks see it: CommonMark with GitHub's tables, strikethrough and bare addresses, and formulas.
/// How a deck is cut into cards is decided before, without these.
/// </summary>
internal static class MarkdownTree
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Parses a text; null where it is nested more deeply than Markdig goes.</summary>
    /// <param name="text">The text; any.</param>
    /// <param name="references">Labels that are defined elsewhere.</param>
    public static MarkdownDocument? Of(string text, ImmutableArray<LinkReference> references)
    {
        var context = new MarkdownParserContext();
        context.Properties[typeof(LinkReference)] = references;
        try
        {
            return Markdown.Parse(text, Pipeline, context);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say "too deeply nested".
            return null;
        }
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks();
        builder.BlockParsers.Insert(0, new MathBlockParser());
        builder.BlockParsers.Insert(0, new References());
        builder.InlineParsers.Insert(0, new FormulaParser());
        return builder.Build();
    }

    /// <summary>Takes no block; it is asked before the first one and then gives the document its references.</summary>
    private sealed class References : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (
                processor.Context?.Properties.Remove(typeof(LinkReference), out var value) == true
                && value is ImmutableArray<LinkReference> references
            )
            {
                foreach (var (label, address) in references)
                {
                    var definition = new LinkReferenceDefinition(label, address, title: null);
                    processor.Document.SetLinkReferenceDefinition(label, definition, addGroup: false);
                }
            }

            return BlockState.None;
        }
    }
}
