using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>Takes what rules find in one section when they look around.</summary>
internal sealed class WorkspaceReport(DeckOutline deck, int section)
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>All findings so far, after switches and <c>ignore</c>.</summary>
    public ImmutableArray<Finding> Findings => findings.ToImmutable();

    /// <summary>Adds a finding at a word.</summary>
    public void Add(
        Rule rule,
        Mention place,
        string message,
        ImmutableArray<Fix> fixes = default,
        ImmutableArray<RelatedPlace> related = default
    ) => Add(rule, rule.Severity, place, message, fixes, related);

    /// <summary>Adds a finding at the section's heading.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="own">How severe it is unless switched.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="related">Other places.</param>
    public void AddAtHeading(Rule rule, Severity own, string message, ImmutableArray<RelatedPlace> related)
    {
        var outline = deck.Sections[section];
        var start = new LinePosition(0, outline.Heading.Start);
        Add(rule, own, new Mention("", outline.Heading, start, outline.HeadingEnd), message, [], related);
    }

    private void Add(
        Rule rule,
        Severity own,
        Mention place,
        string message,
        ImmutableArray<Fix> fixes,
        ImmutableArray<RelatedPlace> related
    )
    {
        if (deck.SeverityOf(section, rule.Name, own) is { } severity)
        {
            findings.Add(
                new Finding
                {
                    Rule = rule.Name,
                    Severity = severity,
                    Message = message,
                    Span = place.Span,
                    Start = place.Start,
                    End = place.End,
                    Fixes = fixes.IsDefault ? [] : fixes,
                    Related = related.IsDefault ? [] : related,
                }
            );
        }
    }
}
