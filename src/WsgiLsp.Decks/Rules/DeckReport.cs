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

    /// <summary>All findings, in the order of their places.</summary>
    public IReadOnlyList<PlacedFinding> InOrder()
    {
        // One rule's findings come in order, and mostly only one rule has many.
        for (var i = 1; i < findings.Count; i++)
        {
            if (PlacedFinding.Compare(findings[i - 1], findings[i]) > 0)
            {
                findings.Sort(PlacedFinding.Compare);
                break;
            }
        }

        return findings;
    }

    /// <summary>Rules that would have had a finding in a section but for its <c>ignore</c>; found by rules about the deck.</summary>
    public IReadOnlyList<(int Section, string Rule)> Silenced => silenced;

    /// <summary>Adds a finding with the rule's own severity.</summary>
    public Finding? Add(
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
    /// <returns>The finding; null where it is silenced.</returns>
    public Finding? Add(
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
            return null;
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
        return finding;
    }

    /// <summary>Adds a finding that was made for the deck before an edit and still holds.</summary>
    public void Add(int section, Finding finding)
    {
        var (offset, line) = deck.StartOf(section);
        findings.Add(new PlacedFinding(finding, offset, line));
    }

    /// <summary>Where a finding goes that is about the deck as a whole: its first heading, or else its first line.</summary>
    public (int Section, TextSpan Span) Head =>
        deck.SectionCount > 1
            ? (1, deck.Entries[1].Section.Heading)
            : (0, new TextSpan(0, deck.Text.GetLine(0).Length));

    /// <summary>A card that a finding is about as well: its heading.</summary>
    public RelatedPlace Card(int section, string message)
    {
        var heading = deck.Entries[section].Section.Heading.Shift(deck.StartOf(section).Offset);
        return new RelatedPlace(message, deck.Text.GetPosition(heading.Start), deck.Text.GetPosition(heading.End));
    }
}
