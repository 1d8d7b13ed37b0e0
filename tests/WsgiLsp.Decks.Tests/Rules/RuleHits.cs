using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>What one rule says of small cards.</summary>
internal static class RuleHits
{
    /// <summary>The stretches of text that a rule finds fault with.</summary>
    public static IEnumerable<string> Of(string rule, string text)
    {
        var switches = new DeckSettings().Rules;
        var severity = RuleCatalogue.Find(rule)!.Default;
        var deck = Deck.Parse(text, new DeckSettings { Rules = switches.Add(rule, severity) });
        return deck.Findings.Where(f => f.Finding.Rule == rule).Select(f => deck.Text.ToString(f.Span));
    }

    /// <summary>A choice card; the first option is the key.</summary>
    public static string Card(string prompt, params ReadOnlySpan<string> options)
    {
        var text = $"### {prompt}\n\n";
        for (var i = 0; i < options.Length; i++)
        {
            text += $"- [{(i == 0 ? 'x' : ' ')}] {options[i]}\n";
        }

        return text;
    }
}
