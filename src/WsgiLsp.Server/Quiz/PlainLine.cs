using Markdig;

namespace WsgiLsp.Server.Quiz;

/// <summary>Markdown as the plain text of a message box.</summary>
internal static class PlainLine
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>A text without Markdown's marks, paragraphs kept apart.</summary>
    public static string Text(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown, Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            // Nested too deeply for Markdig: the marks stay.
            return markdown;
        }
    }

    /// <summary>The same on one line, for a button.</summary>
    public static string Button(string markdown) =>
        string.Join(' ', Text(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
