using System.Collections.Frozen;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Checking;

/// <summary>Which rules are heard: all that are on, or those that <c>--rule</c> names, on or not.</summary>
internal sealed class RuleChoice
{
    private readonly FrozenSet<string> names;

    /// <param name="names">Names of existing rules; none stands for all.</param>
    public RuleChoice(IEnumerable<string> names) => this.names = names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All rules that are on.</summary>
    public static RuleChoice All { get; } = new([]);

    /// <summary>Whether the rule of that name is heard.</summary>
    public bool Contains(string rule) => names.Count == 0 || names.Contains(rule);

    /// <summary>Settings with all named rules on: naming a rule says more than a file or a default that switches it off.</summary>
    public DeckSettings Apply(DeckSettings settings)
    {
        var rules = settings.Rules;
        foreach (var name in names)
        {
            if (rules.GetValueOrDefault(name) is null)
            {
                var isSwitchedOff = rules.ContainsKey(name);
                var page = RuleCatalogue.Find(name)!;
                if (isSwitchedOff || page.IsOptIn)
                {
                    rules = rules.SetItem(name, page.Default);
                }
            }
        }

        return settings with
        {
            Rules = rules,
        };
    }
}
