using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

/// <summary>Whether a rule can mend what it finds.</summary>
public enum FixOffer
{
    /// <summary>It offers no fix.</summary>
    None,

    /// <summary>It offers fixes that want a look.</summary>
    Chosen,

    /// <summary>It offers a fix that <see cref="FixAll"/> applies, at least for some findings.</summary>
    Safe,
}

/// <summary>Which fixes the rules offer, as their own examples show.</summary>
public static class FixOffers
{
    /// <summary>What the rule of that name offers. Checks the rule's examples, which takes up to a few milliseconds.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static FixOffer Of(string name) => Of(Find(name));

    private static Rule Find(string name) =>
        RuleCatalogue.Rules.FirstOrDefault(r => r.Name == name)
        ?? throw new ArgumentException($"no rule '{name}'", nameof(name));

    private static FixOffer Of(Rule rule)
    {
        if (rule is LogRule ofLog)
        {
            return ofLog.Offer;
        }

        if (rule.ExampleLanguage != "markdown")
        {
            // It is checked where its files are read, and is mended there.
            return FixOffer.Chosen;
        }

        var settings = new DeckSettings
        {
            Rules = ImmutableDictionary<string, Severity?>.Empty.Add(rule.Name, rule.Severity),
            Today = Rule.ExampleDay,
        };
        var fixes = rule
            .Invalid.SelectMany(example => Deck.Parse(WithoutMarks(example), settings).Findings)
            .Where(place => place.Finding.Rule == rule.Name)
            .SelectMany(place => place.Finding.Fixes)
            .ToList();
        return fixes.Exists(fix => fix.IsSafe) ? FixOffer.Safe
            : fixes.Count > 0 ? FixOffer.Chosen
            : FixOffer.None;
    }

    private static string WithoutMarks(string example) =>
        string.Join('\n', example.ReplaceLineEndings("\n").Split('\n').Where(line => !IsMark(line)));

    /// <summary>A line of <c>^^^</c>, which marks the place of a finding in the line above it.</summary>
    private static bool IsMark(string line) => line.Trim() is { Length: > 0 } mark && mark.Trim('^').Length == 0;
}
