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
        new AccidentalHeading(),
        new AllOfTheAbove(),
        new AnswerInHint(),
        new AnswerInPrompt(),
        new BadConfig(),
        new BadFrontMatter(),
        new BrokenLink(),
        new Clang(),
        new ClozeShape(),
        new CommonPrefix(),
        new ConflictingMetadata(),
        new Convergence(),
        new DeadDistractor(),
        new DeckLongestKey(),
        new DisputedConcept(),
        new DoubleBarrelled(),
        new DoubleNegative(),
        new DoubtfulHistory(),
        new DuplicateId(),
        new DuplicateOptions(),
        new DuplicatePrompt(),
        new EmptyCard(),
        new GluedExplanation(),
        new GroupWithAnswer(),
        new HeadingAttributesRule(),
        new KeyPosition(),
        new KindMismatch(),
        new Leech(),
        new LongAnswer(),
        new LongOption(),
        new LongestKey(),
        new LostCharacter(),
        new MalformedOption(),
        new MatchShape(),
        new MissingRequirement(),
        new MissingRubric(),
        new NeedlessIgnore(),
        new NegativeStem(),
        new NoCards(),
        new NoKey(),
        new OptionCount(),
        new OrderShape(),
        new OrphanReference(),
        new OverlappingRanges(),
        new PastDate(),
        new RubricInPrompt(),
        new RubricSize(),
        new SetAnswer(),
        new SeveralKeys(),
        new SharedDeckName(),
        new SplitOptions(),
        new UnclosedDetails(),
        new UnclosedFence(),
        new UncoveredSource(),
        new UnknownCallout(),
        new UnknownMetadata(),
        new UnsortedNumbers(),
        new YesNoPrompt(),
    ];

    /// <summary>Rules that need the log or a sheet, and run in the server only.</summary>
    public static ImmutableArray<string> ServerRules { get; } =
    [
        "dead-distractor",
        "disputed-concept",
        "doubtful-history",
        "leech",
        "shared-deck-name",
        "sheet-behind",
        "sheet-unread",
        "sheet-wrong",
    ];

    /// <summary>Rules that look at other files as well, so that a deck alone does not tell what they find.</summary>
    public static ImmutableArray<string> WorkspaceRules { get; } =
    ["bad-config", "broken-link", "duplicate-id", "duplicate-prompt", "missing-requirement"];

    /// <summary>All names that can be switched and ignored, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Rules
            .Select(rule => rule.Name)
            .Union(ServerRules, StringComparer.Ordinal)
            .Union(WorkspaceRules, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The rules' pages, by name in alphabetical order.</summary>
    public static ImmutableArray<RulePage> Pages => [.. Rules.Select(RulePage.Of)];

    /// <summary>The page of that rule, or null where there is none.</summary>
    public static RulePage? Find(string name) =>
        Rules.FirstOrDefault(r => r.Name == name) is { } rule ? RulePage.Of(rule) : null;
}
