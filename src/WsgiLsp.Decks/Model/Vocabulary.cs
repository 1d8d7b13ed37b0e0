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

    /// <summary>What a kind is, in a line of Markdown.</summary>
    public static string Summary(this CardKind kind) =>
        kind switch
        {
            CardKind.Recall => "The answer is the body: remember it, and say how well.",
            CardKind.Choice => "A task list with one right option.",
            CardKind.Multi => "A task list with several right options.",
            CardKind.TrueFalse => "A statement; the body begins with `True` or `False`.",
            CardKind.Explain => "A rubric, `> [!IMPORTANT]` with a list: what an explanation must say.",
            CardKind.Cloze => "Blanks `{{answer}}` in heading or body.",
            CardKind.Typed => "The accepted answers are the code spans of the first paragraph.",
            CardKind.Order => "The first ordered list, in the right order.",
            CardKind.Match => "A table of two columns whose rows belong together.",
            _ => "Never asked: sources, introductions.",
        };

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
