using System.Collections.Frozen;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Sets of words, upper and lower case alike.</summary>
internal static class WordSet
{
    private static readonly char[] Spaces = [' ', '\n', '\r'];

    /// <summary>The set of the words of a text, which white space parts.</summary>
    public static FrozenSet<string> Of(string words) =>
        words.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
