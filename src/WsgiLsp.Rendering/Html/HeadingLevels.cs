namespace WsgiLsp.Rendering.Html;

/// <summary>Levels for the headings of a text, in the page's order: none is skipped on the way down.</summary>
/// <param name="first">The level of the outermost ones, 1…6.</param>
internal sealed class HeadingLevels(int first)
{
    private readonly Stack<int> open = [];

    /// <summary>The level of the next heading, 1…6.</summary>
    /// <param name="level">Its level in the text, 1…6.</param>
    public int Next(int level)
    {
        while (open.TryPeek(out var outer) && outer >= level)
        {
            open.Pop();
        }

        open.Push(level);
        return Math.Clamp(first + open.Count - 1, 1, 6);
    }
}
