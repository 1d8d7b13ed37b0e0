using Markdig;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Markdig as this project uses it: plain CommonMark with exact places.</summary>
/// <remarks>
/// Task lists and callouts are read from the text: Markdig's task-list extension takes a box anywhere in an item, and its
/// alert extension does not know aliases. Tables need no tree, since answers are handed on as Markdown.
/// </remarks>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    /// <summary>Parses a text; null where it is nested more deeply than Markdig goes.</summary>
    public static MarkdownDocument? Read(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say "too deeply nested".
            return null;
        }
    }

    /// <summary>Whether a paragraph holds nothing but link definitions.</summary>
    public static bool HasNoContent(string paragraph) =>
        Read(paragraph) is { } document && document.All(block => block is LinkReferenceDefinitionGroup);
}
