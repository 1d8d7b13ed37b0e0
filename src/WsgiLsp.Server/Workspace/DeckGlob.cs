using Microsoft.Extensions.FileSystemGlobbing;

namespace WsgiLsp.Server.Workspace;

/// <summary>What may stand in <c>"decks"</c>.</summary>
internal static class DeckGlob
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Whether a glob begins at the root of a disk and so names nothing below a folder.</summary>
    public static bool IsRooted(string glob) =>
        Separators.Contains(glob[0]) || (glob.Length > 1 && glob[1] == ':' && char.IsAsciiLetter(glob[0]));

    /// <summary>Whether a glob goes up, and so may leave the folder that it counts from.</summary>
    public static bool GoesUp(string glob) => glob.Split(Separators).Contains("..", StringComparer.Ordinal);

    /// <summary>Whether a text can be used as a glob.</summary>
    public static bool IsGlob(string text)
    {
        try
        {
            new Matcher().AddInclude(text);
            return text.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
