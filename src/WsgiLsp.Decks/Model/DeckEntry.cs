using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>A section in its deck: with what it inherits, and the card that this makes.</summary>
internal sealed class DeckEntry
{
    /// <summary>Most words of an answer that can be asked backwards: longer ones are no prompt.</summary>
    private const int LongestReversed = 12;

    private Card? card;

    public DeckEntry(Section section, GroupContext context, DeckSettings settings, ImmutableArray<Finding> found)
    {
        Section = section;
        Context = context;
        Inside = section.Context.Role is SectionRole.Title or SectionRole.Group ? context.Enter(section) : context;
        (Findings, Silenced) = Heard(found, settings);
    }

    private DeckEntry(DeckEntry entry, string deckId, string id)
    {
        Section = entry.Section;
        Context = entry.Context;
        Inside = entry.Inside;
        Findings = entry.Findings;
        Silenced = entry.Silenced;
        DeckId = deckId;
        Id = id;
    }

    public Section Section { get; }

    /// <summary>What it inherits.</summary>
    public GroupContext Context { get; }

    /// <summary>What sections below it inherit.</summary>
    public GroupContext Inside { get; }

    /// <summary>The section's own findings, after switches and <c>ignore</c>.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Rules whose findings the section's own or inherited <c>ignore</c> silences.</summary>
    public ImmutableArray<string> Silenced { get; }

    /// <summary>The card's id; null for a section that is no card, and before cards are named.</summary>
    public string? Id { get; private init; }

    /// <summary>The card; null where <see cref="Id"/> is. Made when somebody asks: few edits of a large deck do.</summary>
    public Card? Card => Id is null ? null : card ??= Make(DeckId!, Id);

    /// <summary>Whether it asks something.</summary>
    public bool IsAsked => Id is not null && Section.Content!.Kind != CardKind.Note;

    /// <summary>What the card requires, what its groups say included; empty for a section that is no card.</summary>
    public ImmutableArray<string> Requires =>
        Id is null ? [] : CardMetadata.Union(Context.Requires, Section.Metadata.Requires);

    private string? DeckId { get; init; }

    /// <summary>The same section, its card under the same id, where it inherits something else.</summary>
    public DeckEntry Within(GroupContext context, DeckSettings settings, ImmutableArray<Finding> found) =>
        new(Section, context, settings, found) { Id = Id, DeckId = DeckId };

    /// <summary>The same entry with its card under an id.</summary>
    public DeckEntry WithCard(string deckId, string id) =>
        Id == id && DeckId == deckId ? this : new DeckEntry(this, deckId, id);

    private Card Make(string deckId, string id)
    {
        var own = Section.Metadata;
        return new Card
        {
            DeckId = deckId,
            Id = id,
            HasExplicitId = own.Id is not null,
            Content = Section.Content!,
            Level = own.Level ?? Context.CardLevel,
            Tags = CardMetadata.Union(Context.Tags, own.Tags),
            Path = Context.Path,
            Match = own.Match ?? Context.Match,
            Tolerance = own.Tolerance ?? Context.Tolerance,
            Requires = Requires,
            RequiresDecks = Context.FrontMatter.Requires,
            IsForeignLanguage = Section.Context.IsForeignLanguage,
            Retention = Context.FrontMatter.Retention,
            By = Context.FrontMatter.By,
            Items = Items(Section.Content!, own.Reverse ?? Context.Reverse ?? false),
            Shuffle = own.Shuffle ?? Context.Shuffle ?? true,
            Suspended = own.Suspend ?? Context.Suspend ?? false,
        };
    }

    /// <summary>How severe a rule's finding is here, or null where the rule is silent.</summary>
    public Severity? SeverityOf(DeckSettings settings, string rule, Severity severity)
    {
        if (
            Section.Context.IsMisfenced
            || Context.Ignore.Contains(rule, StringComparer.Ordinal)
            || Section.Metadata.Ignore.Contains(rule, StringComparer.Ordinal)
        )
        {
            return null;
        }

        return settings.Rules.TryGetValue(rule, out var switched) ? switched : severity;
    }

    /// <summary>Whether a card can be asked backwards: a recall card with a short answer.</summary>
    public static bool IsReversible(CardContent content) =>
        content is RecallContent { Body: { Length: > 0 } body }
        && body.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Count(IsWord) <= LongestReversed;

    private static bool IsWord(string text) => text.Any(char.IsLetterOrDigit);

    private static ImmutableArray<string> Items(CardContent content, bool reverse) =>
        content switch
        {
            ClozeContent cloze => [.. cloze.Items],
            _ when reverse && IsReversible(content) => ["", Card.ReverseItem],
            _ => [""],
        };

    private (ImmutableArray<Finding> Heard, ImmutableArray<string> Silenced) Heard(
        ImmutableArray<Finding> found,
        DeckSettings settings
    )
    {
        // Of keys that became a heading only the front matter is to be told.
        if (found.IsEmpty || Section.Context.IsMisfenced)
        {
            return ([], []);
        }

        var heard = ImmutableArray.CreateBuilder<Finding>(found.Length);
        var silenced = ImmutableArray.CreateBuilder<string>();
        foreach (var finding in found)
        {
            if (SeverityOf(settings, finding.Rule, finding.Severity) is { } severity)
            {
                heard.Add(severity == finding.Severity ? finding : finding with { Severity = severity });
            }
            else
            {
                silenced.Add(finding.Rule);
            }
        }

        return (heard.DrainToImmutable(), silenced.DrainToImmutable());
    }
}
