using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>Items to put in order.</summary>
public sealed record OrderContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Order;

    /// <summary>The items in the right order, Markdown: at least one.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>The list as it is written.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}
