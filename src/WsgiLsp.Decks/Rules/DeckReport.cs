using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Takes what rules find in a deck as a whole.</summary>
internal sealed class DeckReport(Deck deck)
{
    private readonly List<PlacedFinding> findings = [];
    private readonly List<(int Section, string Rule)> silenced = [];

    /// <summary>All findings so far.</summary>
    public IReadOnlyList<PlacedFinding> Findings => findings;

    /// <summary>Rules that would have had a finding in a section but for its <c>ignore</c>; found by rules about the deck.</summary>
    public IReadOnlyList<(int Section, string Rule)> Silenced => silenced;

    /// <summary>Adds a finding with the rule's own severity.</summary>
    public void Add(
        Rule rule,
        int section,
        TextSpan span,
        string message,
        ImmutableArray<Fix> fixes = default,
        ImmutableArray<RelatedPlace> related = default
    ) => Add(rule, rule.Severity, section, span, message, fixes, related);

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="own">How severe it is unless switched.</param>
    /// <param name="section">Index of the section that it belongs to, whose <c>ignore</c> can silence it.</param>
    /// <param name="span">The place, counted from the section's start.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="fixes">Ways to mend it, counted from the section's start.</param>
    /// <param name="related">Other places.</param>
    public void Add(
        Rule rule,
        Severity own,
        int section,
        TextSpan span,
        string message,
        ImmutableArray<Fix> fixes = default,
        ImmutableArray<RelatedPlace> related = default
    )
    {
        if (deck.SeverityOf(section, rule.Name, own) is not { } severity)
        {
            silenced.Add((section, rule.Name));
            return;
        }

        var (offset, line) = deck.StartOf(section);
        var start = deck.Text.GetPosition(offset + span.Start);
        var end = deck.Text.GetPosition(offset + span.End);
        var finding = new Finding
        {
            Rule = rule.Name,
            Severity = severity,
            Message = message,
            Span = span,
            Start = start with { Line = start.Line - line },
            End = end with { Line = end.Line - line },
            Fixes = fixes.IsDefault ? [] : fixes,
            Related = related.IsDefault ? [] : related,
        };
        findings.Add(new PlacedFinding(finding, offset, line));
    }
}
