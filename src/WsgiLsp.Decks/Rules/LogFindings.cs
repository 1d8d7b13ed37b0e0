using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>What a learner's log has to say of a card, or of a deck as a whole.</summary>
/// <param name="Rule">The rule's name, one of <see cref="RuleCatalogue.ServerRules"/> that has a page.</param>
/// <param name="Card">The card's id within the deck; null for the deck as a whole.</param>
/// <param name="Message">What is wrong and what to do; of a leech only what is wrong, since its card tells what to do.</param>
public sealed record LogRemark(string Rule, string? Card, string Message)
{
    /// <summary>
    /// The 0-based index of the option or concept that it is about, as of <see cref="Deck.PartsOf"/>; null for the card.
    /// </summary>
    public int? Part { get; init; }

    /// <summary>Other places that it is about.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>Whether two remarks say the same: only what is news is published.</summary>
    public bool Equals(LogRemark? other) =>
        other is not null
        && Rule == other.Rule
        && Card == other.Card
        && Message == other.Message
        && Part == other.Part
        && Related.SequenceEqual(other.Related);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Card, Message, Part, Related.Length);
}

/// <summary>
/// What the learner's log says, as findings at their places: at a card's heading or a part of it, or at the deck's title. This
/// library knows no log; who does makes the remarks.
/// </summary>
public static class LogFindings
{
    /// <summary>In the place of an example's language: such rules have none, since a deck alone does not tell.</summary>
    internal const string Language = "log";

    /// <summary>The findings, after the deck's switches and <c>ignore</c>, in the order of their places.</summary>
    /// <param name="deck">The deck as it is now.</param>
    /// <param name="remarks">What the log says. Cards that are not there any more are passed over.</param>
    public static ImmutableArray<PlacedFinding> Of(Deck deck, ImmutableArray<LogRemark> remarks)
    {
        if (remarks.IsEmpty)
        {
            return [];
        }

        var report = new DeckReport(deck);
        foreach (var remark in remarks.Where(remark => remark.Card is null))
        {
            var (section, span) = report.Head;
            report.Add(RuleOf(remark), section, span, remark.Message, related: remark.Related);
        }

        var ofCards = remarks
            .Where(remark => remark.Card is not null)
            .ToLookup(remark => remark.Card!, StringComparer.Ordinal);
        for (var i = 0; i < deck.Entries.Length && ofCards.Count > 0; i++)
        {
            var entry = deck.Entries[i];
            foreach (var remark in entry.IsAsked ? ofCards[entry.Id!] : [])
            {
                var rule = RuleOf(remark);
                if (rule.Say(entry.Card!, remark.Message) is { } said)
                {
                    report.Add(rule, i, PlaceOf(entry.Section, remark), said, related: remark.Related);
                }
            }
        }

        return [.. report.InOrder()];
    }

    private static TextSpan PlaceOf(Section section, LogRemark remark) =>
        remark.Part is { } part && part < section.Parts.Length ? section.Parts[part] : section.Heading;

    private static LogRule RuleOf(LogRemark remark) =>
        RuleCatalogue.Rules.OfType<LogRule>().First(rule => rule.Name == remark.Rule);
}
