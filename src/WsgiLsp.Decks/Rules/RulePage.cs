namespace WsgiLsp.Decks.Rules;

/// <summary>What people may read about a rule.</summary>
/// <param name="Name">The rule's name, kebab-case; LSP's diagnostic <c>code</c>.</param>
/// <param name="Default">Severity unless switched.</param>
/// <param name="Summary">One line: what it finds.</param>
/// <param name="Markdown">The page: what, why, invalid and valid examples.</param>
public sealed record RulePage(string Name, Severity Default, string Summary, string Markdown);
