using System.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>The page that lists all rules.</summary>
public static class RuleIndex
{
    /// <summary>The list as Markdown, with a link to each rule's page.</summary>
    public static string Markdown
    {
        get
        {
            var page = new StringBuilder(
                """
                # Rules

                What WsgiLsp tells authors. Some rules say that a deck does not do what it looks like it does; others that a card is likely to teach or test badly. `wsgilsp explain RULE` shows a page at the terminal.

                A rule is silenced in a deck, a group or a card by `ignore`, and switched for all decks of a folder in [wsgilsp.json](../configuration.md). Rules that are off run where they are switched on. Rules that judge English words rest in decks whose `lang` is another language.

                | Rule | Finds | Default | Fix |
                |---|---|---|---|

                """
            );
            foreach (var rule in RuleCatalogue.Pages)
            {
                page.Append($"| [{rule.Name}]({rule.Name}.md) | {Cell(rule.Summary)} | ");
                page.Append(rule.IsOptIn ? "off" : rule.Default.Name()).Append(" | ");
                page.Append(FixWord(FixOffers.Of(rule.Name))).Append(" |\n");
            }

            return page.ToString();
        }
    }

    private static string FixWord(FixOffer fix) =>
        fix switch
        {
            FixOffer.Safe => "`--fix`",
            FixOffer.Chosen => "in the editor",
            _ => "–",
        };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
