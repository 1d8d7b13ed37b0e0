using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>A section in its deck: with what it inherits, and the card that this makes.</summary>
internal sealed class DeckEntry
{
    public DeckEntry(Section section, GroupContext context, DeckSettings settings, ImmutableArray<Finding> found)
    {
        Section = section;
        Context = context;
        Inside = section.Context.Role is SectionRole.Title or SectionRole.Group ? context.Enter(section) : context;
        Findings = Heard(found, settings);
    }

    private DeckEntry(DeckEntry entry, Card card)
    {
        Section = entry.Section;
        Context = entry.Context;
        Inside = entry.Inside;
        Findings = entry.Findings;
        Card = card;
    }

    public Section Section { get; }

    /// <summary>What it inherits.</summary>
    public GroupContext Context { get; }

    /// <summary>What sections below it inherit.</summary>
    public GroupContext Inside { get; }

    /// <summary>The section's own findings, after switches and <c>ignore</c>.</summary>
    public ImmutableArray<Finding> Findings { get; }

    public Card? Card { get; }

    /// <summary>The same entry with its card under an id.</summary>
    public DeckEntry WithCard(string deckId, string id)
    {
        if (Card is not null && Card.Id == id && Card.DeckId == deckId)
        {
            return this;
        }

        var own = Section.Metadata;
        return new DeckEntry(
            this,
            new Card
            {
                DeckId = deckId,
                Id = id,
                Content = Section.Content!,
                Level = own.Level ?? Context.CardLevel,
                Tags = GroupContext.Union(Context.Tags, own.Tags),
                Path = Context.Path,
                Shuffle = own.Shuffle ?? Context.Shuffle ?? true,
                Suspended = own.Suspend ?? Context.Suspend ?? false,
            }
        );
    }

    /// <summary>How severe a rule's finding is here, or null where the rule is silent.</summary>
    public Severity? SeverityOf(DeckSettings settings, string rule, Severity severity)
    {
        if (
            Context.Ignore.Contains(rule, StringComparer.Ordinal)
            || Section.Metadata.Ignore.Contains(rule, StringComparer.Ordinal)
        )
        {
            return null;
        }

        return settings.Rules.TryGetValue(rule, out var switched) ? switched : severity;
    }

    private ImmutableArray<Finding> Heard(ImmutableArray<Finding> found, DeckSettings settings)
    {
        if (found.IsEmpty)
        {
            return found;
        }

        var heard = ImmutableArray.CreateBuilder<Finding>(found.Length);
        foreach (var finding in found)
        {
            if (SeverityOf(settings, finding.Rule, finding.Severity) is { } severity)
            {
                heard.Add(severity == finding.Severity ? finding : finding with { Severity = severity });
            }
        }

        return heard.DrainToImmutable();
    }
}
