using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules;

/// <summary>All rules.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by name in alphabetical order.</summary>
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new BadFrontMatter(),
        new ConflictingMetadata(),
        new DuplicateId(),
        new EmptyCard(),
        new GluedExplanation(),
        new HeadingAttributesRule(),
        new KindMismatch(),
        new MalformedOption(),
        new NoCards(),
        new NoKey(),
        new SeveralKeys(),
        new UnclosedDetails(),
        new UnknownMetadata(),
    ];

    /// <summary>The rules' pages, by name in alphabetical order.</summary>
    public static ImmutableArray<RulePage> Pages => [.. Rules.Select(RulePage.Of)];

    /// <summary>The page of that rule, or null where there is none.</summary>
    public static RulePage? Find(string name) =>
        Rules.FirstOrDefault(r => r.Name == name) is { } rule ? RulePage.Of(rule) : null;
}
