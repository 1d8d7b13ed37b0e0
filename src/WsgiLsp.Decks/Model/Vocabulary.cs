using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>The words that decks use for kinds and levels.</summary>
public static class Vocabulary
{
    private static readonly string[] KindNames =
    [
        "recall",
        "choice",
        "multi",
        "true-false",
        "explain",
        "cloze",
        "typed",
        "order",
        "match",
        "note",
    ];

    private static readonly string[] LevelNames = ["beginner", "intermediate", "advanced"];

    private static readonly string[] MatchNames = ["exact", "ci", "number"];

    /// <summary>All kind names, in the order of <see cref="CardKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. KindNames];

    /// <summary>All level names, in the order of <see cref="CardLevel"/>.</summary>
    public static ImmutableArray<string> Levels { get; } = [.. LevelNames];

    /// <summary>All values of <c>match</c>, in the order of <see cref="TypedMatch"/>.</summary>
    public static ImmutableArray<string> Matches { get; } = [.. MatchNames];

    /// <summary>The name of a kind as decks write it, such as <c>true-false</c>.</summary>
    public static string Name(this CardKind kind) => KindNames[(int)kind];

    /// <summary>The name of a level as decks write it.</summary>
    public static string Name(this CardLevel level) => LevelNames[(int)level];

    /// <summary>The name of a way to compare as decks write it.</summary>
    public static string Name(this TypedMatch match) => MatchNames[(int)match];

    /// <summary>The kind of that name, or null.</summary>
    public static CardKind? Kind(ReadOnlySpan<char> name) =>
        IndexOf(KindNames, name) is >= 0 and var index ? (CardKind)index : null;

    /// <summary>The level of that name, or null.</summary>
    public static CardLevel? Level(ReadOnlySpan<char> name) =>
        IndexOf(LevelNames, name) is >= 0 and var index ? (CardLevel)index : null;

    /// <summary>The way to compare of that name, or null.</summary>
    public static TypedMatch? Match(ReadOnlySpan<char> name) =>
        IndexOf(MatchNames, name) is >= 0 and var index ? (TypedMatch)index : null;

    private static int IndexOf(string[] names, ReadOnlySpan<char> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
