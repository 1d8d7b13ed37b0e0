using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>Things to pair.</summary>
public sealed record MatchContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Match;

    /// <summary>What the columns are called, Markdown; may be empty.</summary>
    public required MatchPair Titles { get; init; }

    /// <summary>The pairs, in the order of the table: at least one.</summary>
    public required ImmutableArray<MatchPair> Pairs { get; init; }

    /// <summary>The table as it is written.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}

/// <summary>A row of a table of two columns, Markdown.</summary>
/// <param name="Left">The first cell.</param>
/// <param name="Right">The second cell.</param>
public sealed record MatchPair(string Left, string Right);
