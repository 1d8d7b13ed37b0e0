namespace WsgiLsp.Decks.Model;

/// <summary>A prompt and its answer.</summary>
public sealed record RecallContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Recall;

    /// <summary>The answer.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}
