using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Markdig as this project uses it: plain CommonMark with exact places.</summary>
/// <remarks>
/// Task lists, tables and callouts are read from the text: Markdig's task-list extension takes a box anywhere in an item,
/// its table extension changes how paragraphs with a bar are parsed, and its alert extension does not know aliases.
/// </remarks>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    private static readonly MarkdownPipeline WithDefinitions = MakeWithDefinitions();

    /// <summary>Parses a text; null where it is nested more deeply than Markdig goes.</summary>
    public static MarkdownDocument? Read(string text) => Read(text, Pipeline, null);

    /// <summary>Parses a text in which labels may be used that are defined elsewhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="definitions">The definitions; they come before the text's own.</param>
    public static MarkdownDocument? Read(string text, ForeignDefinitions definitions)
    {
        if (definitions.List.IsEmpty)
        {
            return Read(text);
        }

        var context = new MarkdownParserContext();
        context.Properties[typeof(ForeignDefinitions)] = definitions;
        return Read(text, WithDefinitions, context);
    }

    /// <summary>Whether a paragraph holds nothing but link definitions.</summary>
    public static bool HasNoContent(string paragraph) =>
        Read(paragraph) is { } document && document.All(block => block is LinkReferenceDefinitionGroup);

    private static MarkdownDocument? Read(string text, MarkdownPipeline pipeline, MarkdownParserContext? context)
    {
        try
        {
            return Markdown.Parse(text, pipeline, context);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say "too deeply nested".
            return null;
        }
    }

    private static MarkdownPipeline MakeWithDefinitions()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();

        // Parsers of a line's first character are asked before the others: a heading may be all there is.
        builder.BlockParsers.Insert(0, new DefinitionsFirst());
        builder.BlockParsers.Insert(0, new HeadingDefinitionsFirst());
        return builder.Build();
    }

    /// <summary>Takes no block; it is asked before the first one and then gives the document its definitions.</summary>
    private class DefinitionsFirst : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (
                processor.Context?.Properties.Remove(typeof(ForeignDefinitions), out var value) == true
                && value is ForeignDefinitions definitions
            )
            {
                foreach (var (label, url, title) in definitions.List)
                {
                    var definition = new LinkReferenceDefinition(label, url, title);
                    processor.Document.SetLinkReferenceDefinition(label, definition, addGroup: false);
                }
            }

            return BlockState.None;
        }
    }

    private sealed class HeadingDefinitionsFirst : DefinitionsFirst
    {
        public HeadingDefinitionsFirst() => OpeningCharacters = ['#'];
    }
}
