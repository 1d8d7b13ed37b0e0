using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules;

/// <summary>All rules.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by name in alphabetical order.</summary>
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new AAnCue(),
        new AbsoluteDistractor(),
        new AllOfTheAbove(),
        new BadFrontMatter(),
        new Clang(),
        new CommonPrefix(),
        new Convergence(),
        new DeckLongestKey(),
        new DoubleNegative(),
        new DuplicateId(),
        new DuplicatePrompt(),
        new EmptyCard(),
        new GluedExplanation(),
        new KeyPosition(),
        new LongOption(),
        new LongestKey(),
        new MalformedOption(),
        new NegativeStem(),
        new NoCards(),
        new NoKey(),
        new OptionCount(),
        new OverlappingRanges(),
        new SeveralKeys(),
        new UnknownMetadata(),
        new UnsortedNumbers(),
    ];

    /// <summary>The rules' pages, by name in alphabetical order.</summary>
    public static ImmutableArray<RulePage> Pages => [.. Rules.Select(RulePage.Of)];

    /// <summary>The page of that rule, or null where there is none.</summary>
    public static RulePage? Find(string name) =>
        Rules.FirstOrDefault(r => r.Name == name) is { } rule ? RulePage.Of(rule) : null;
}
