using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>An answer that is typed and compared.</summary>
public sealed record TypedContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Typed;

    /// <summary>The answers that count, as plain text: at least one.</summary>
    public required ImmutableArray<string> Accepted { get; init; }

    /// <summary>The paragraph that they stand in.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}
