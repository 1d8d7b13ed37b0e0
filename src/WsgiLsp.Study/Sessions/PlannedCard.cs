using System.Diagnostics.CodeAnalysis;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Cards without their words: as much of them as <see cref="DueCounts"/> needs, for who counts again and again in decks that
/// are not kept in memory. They cannot be asked.
/// </summary>
public static class PlannedCard
{
    private static readonly PlannedContent[] Contents =
    [
        .. Enum.GetValues<CardKind>().SelectMany(kind => new[] { new PlannedContent(kind, false), new(kind, true) }),
    ];

    /// <summary>A card without its words and tags.</summary>
    public static Card Of(Card card) =>
        card with
        {
            Content = Contents[((int)card.Kind * 2) + (SessionPlan.CanAsk(card) ? 1 : 0)],
            Tags = [],
        };
}

/// <summary>What is left of a card's content: its kind.</summary>
internal sealed record PlannedContent : CardContent
{
    [SetsRequiredMembers]
    public PlannedContent(CardKind kind, bool canAsk) => (Kind, CanAsk, Prompt, Title) = (kind, canAsk, "", "");

    /// <inheritdoc/>
    public override CardKind Kind { get; }

    /// <summary>Whether a session could ask the card.</summary>
    public bool CanAsk { get; }
}
