using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

public static partial class ConfusablePairs
{
    /// <summary>The pairs, sorted.</summary>
    public static ImmutableArray<(string First, string Second)> All { get; } =
    [.. List.Split('\n').Select(line => line.Split(' ')).Select(words => (words[0], words[1]))];

    private static readonly FrozenSet<string> Words = All.SelectMany(pair => new[] { pair.First, pair.Second })
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is one of the list, or the plural of one.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public static bool Contains(string word) =>
        Words.Contains(word) || (word.EndsWith('s') && Words.Contains(word[..^1]));
}
