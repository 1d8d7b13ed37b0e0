namespace WsgiLsp.Decks.Model;

/// <summary>Text that is never asked.</summary>
public sealed record NoteContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Note;

    /// <summary>The text below the heading.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}
