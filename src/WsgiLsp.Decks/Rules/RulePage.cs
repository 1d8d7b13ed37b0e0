using System.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>What people may read about a rule.</summary>
/// <param name="Name">The rule's name, kebab-case; LSP's diagnostic <c>code</c>.</param>
/// <param name="Default">Severity unless switched; of an opt-in rule, once it is switched on.</param>
/// <param name="IsOptIn">Whether it runs only where it is switched on by name.</param>
/// <param name="IsEnglish">Whether it runs only in English decks.</param>
/// <param name="Summary">One line: what it finds.</param>
/// <param name="Markdown">The page: what, why, invalid and valid examples.</param>
public sealed record RulePage(
    string Name,
    Severity Default,
    bool IsOptIn,
    bool IsEnglish,
    string Summary,
    string Markdown
)
{
    internal static RulePage Of(Rule rule)
    {
        var page = new StringBuilder();
        page.Append("# ").Append(rule.Name).Append("\n\n");
        var severity = rule.Severity.Name();
        page.Append("Finds ").Append(rule.Summary).Append(". Default: ");
        page.Append(rule.IsOptIn ? $"off; once switched on: {severity}" : severity).Append('.');
        page.Append(rule.IsEnglish ? " It looks at English decks only.\n\n" : "\n\n");
        page.Append(rule.Why.ReplaceLineEndings("\n").Trim()).Append('\n');
        Examples(page, "Found", rule.ExampleLanguage, rule.Invalid);
        Examples(page, "Not found", rule.ExampleLanguage, rule.Valid);
        return new RulePage(rule.Name, rule.Severity, rule.IsOptIn, rule.IsEnglish, rule.Summary, page.ToString());
    }

    private static void Examples(StringBuilder page, string title, string language, IEnumerable<string> examples)
    {
        foreach (var (i, example) in examples.Index())
        {
            if (i == 0)
            {
                page.Append("\n## ").Append(title).Append('\n');
            }

            page.Append("\n````")
                .Append(language)
                .Append('\n')
                .Append(example.ReplaceLineEndings("\n").TrimEnd())
                .Append("\n````\n");
        }
    }
}
