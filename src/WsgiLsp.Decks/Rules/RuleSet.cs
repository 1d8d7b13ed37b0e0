using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

/// <summary>The rules that run in a deck, after its switches.</summary>
internal sealed class RuleSet
{
    private readonly ImmutableArray<Rule> rules;
    private readonly ImmutableArray<Rule> languageless;

    // Settings are asked for their rules at every key; decks that are read alike share one dictionary.
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, Severity?>, RuleSet> Known = [];

    private RuleSet(ImmutableArray<Rule> rules)
    {
        this.rules = rules;
        languageless = [.. rules.Where(rule => !rule.IsEnglish)];
    }

    /// <summary>The rules that settings leave on: opt-in ones only where they are named.</summary>
    public static RuleSet For(ImmutableDictionary<string, Severity?> switches) => Known.GetValue(switches, Of);

    private static RuleSet Of(ImmutableDictionary<string, Severity?> switches) =>
        new([
            .. RuleCatalogue.Rules.Where(rule =>
                switches.TryGetValue(rule.Name, out var severity) ? severity is not null : !rule.IsOptIn
            ),
        ]);

    /// <summary>Whether a rule of that name runs.</summary>
    public bool Has(string name) => rules.Any(rule => rule.Name == name);

    public ImmutableArray<Finding> Check(ParsedSection section)
    {
        var report = new Report(section.Source);
        foreach (var rule in section.Context.IsForeignLanguage ? languageless : rules)
        {
            rule.Check(section, report);
        }

        return report.Findings;
    }

    public ImmutableArray<Finding> Check(FrontMatterSource frontMatter)
    {
        var report = new Report(frontMatter.Source);
        foreach (var rule in frontMatter.Value.IsEnglish ? rules : languageless)
        {
            rule.Check(frontMatter, report);
        }

        return report.Findings;
    }

    /// <summary>What rules about the deck as a whole find, in the order of the places.</summary>
    public IReadOnlyList<PlacedFinding> Check(Deck deck)
    {
        var report = new DeckReport(deck);
        var heard = deck.FrontMatter.IsEnglish ? rules : languageless;
        foreach (var rule in heard)
        {
            rule.Check(deck, report);
        }

        foreach (var rule in heard)
        {
            rule.CheckLast(deck, report);
        }

        return report.InOrder();
    }
}
