namespace WsgiLsp.Decks.Model;

/// <summary>A statement that holds or does not.</summary>
public sealed record TrueFalseContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.TrueFalse;

    /// <summary>Whether the statement holds.</summary>
    public required bool IsTrue { get; init; }

    /// <inheritdoc/>
    public override string Answer => IsTrue ? "true" : "false";
}
