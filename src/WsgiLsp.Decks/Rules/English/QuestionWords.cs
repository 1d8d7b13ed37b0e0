using System.Collections.Frozen;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>The words that questions begin with.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = WordSet
        .Of("what which who whom whose when where why how what's who's where's how's")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = WordSet
        .Of(
            """
            is are was were do does did can could should would will shall has have had must may might
            isn't aren't wasn't weren't don't doesn't didn't can't couldn't shouldn't wouldn't won't hasn't haven't
            isn’t aren’t wasn’t weren’t don’t doesn’t didn’t can’t couldn’t shouldn’t wouldn’t won’t hasn’t haven’t
            """
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word asks for a thing, a person, a time, a place, a reason or a way.</summary>
    public static bool IsOpening(ReadOnlySpan<char> word) => Openings.Contains(word);

    /// <summary>Whether a word is a verb that begins a question to be answered by yes or no.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => Verbs.Contains(word);
}
