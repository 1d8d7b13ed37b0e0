using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules;

/// <summary>All rules.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by name in alphabetical order.</summary>
    internal static ImmutableArray<Rule> Rules { get; } =
    [
        new AnswerInHint(),
        new AnswerInPrompt(),
        new BadFrontMatter(),
        new DoubleBarrelled(),
        new DuplicateId(),
        new EmptyCard(),
        new GluedExplanation(),
        new LongAnswer(),
        new MalformedOption(),
        new MissingRubric(),
        new NoCards(),
        new NoKey(),
        new OrphanReference(),
        new RubricInPrompt(),
        new RubricSize(),
        new SetAnswer(),
        new SeveralKeys(),
        new UncoveredSource(),
        new UnknownMetadata(),
        new YesNoPrompt(),
    ];

    /// <summary>The rules' pages, by name in alphabetical order.</summary>
    public static ImmutableArray<RulePage> Pages => [.. Rules.Select(RulePage.Of)];

    /// <summary>The page of that rule, or null where there is none.</summary>
    public static RulePage? Find(string name) =>
        Rules.FirstOrDefault(r => r.Name == name) is { } rule ? RulePage.Of(rule) : null;
}
