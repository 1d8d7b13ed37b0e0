using System.Collections.Frozen;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>English words that carry no content of their own.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Lookup(
        """
        a about above after again all also an and any are aren't as at be because been before being below between both
        but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else few
        for from further had hadn't has hasn't have haven't having he her here hers him his how however i if in into is
        isn't it it's its itself just let me more most must my neither no nor not of off on once one only onto or other
        our out over own per same shall she should shouldn't so some such than that the their them then there these they
        this those through thus to too under until up upon us very via was wasn't we were weren't what when where whether
        which while who whom whose why will with within without won't would wouldn't yet you your
        """
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Lookup(
        """
        address answer application argument attribute case character class code command component concept data
        difference element error event example expression feature field file flag format function group header id
        instance item key keyword kind language letter level library line list message method mode model module name
        number object operation operator option order output package page parameter part pattern phase port position
        principle problem process program property protocol query range reason record reference result role rule
        section server service set software stage state statement step string structure symbol syntax system table tag
        term test text thing time tool type unit user value variable version way word
        """
    );

    /// <summary>Whether a word carries no content of its own: articles, pronouns, auxiliaries and their like.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 9 && Words.Contains(word);

    /// <summary>Whether a word is a noun that questions about computing use all the time, such as "type" or "value".</summary>
    public static bool IsQuestionNoun(ReadOnlySpan<char> word) => word.Length <= 12 && Nouns.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        WordSet.Of(words).GetAlternateLookup<ReadOnlySpan<char>>();
}
