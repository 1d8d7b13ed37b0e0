using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Takes what rules find in one section.</summary>
internal sealed class Report(SectionSource source)
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>All findings so far, in the order of their places.</summary>
    public ImmutableArray<Finding> Findings => [.. findings.OrderBy(f => f.Span.Start)];

    /// <summary>Adds a finding of a rule.</summary>
    public void Add(Rule rule, TextSpan span, string message, params ReadOnlySpan<Fix> fixes) =>
        Add(rule, rule.Severity, span, message, fixes);

    /// <summary>Adds a finding that is not as severe as the rule's others.</summary>
    public void Add(Rule rule, Severity severity, TextSpan span, string message, params ReadOnlySpan<Fix> fixes) =>
        findings.Add(
            new Finding
            {
                Rule = rule.Name,
                Severity = severity,
                Message = message,
                Span = span,
                Start = source.Position(span.Start),
                End = source.Position(span.End),
                Fixes = [.. fixes],
            }
        );
}
