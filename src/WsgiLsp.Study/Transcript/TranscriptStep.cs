using System.Collections.Immutable;

namespace WsgiLsp.Study.Transcript;

/// <summary>What a line brought about.</summary>
/// <param name="State">The state from now on.</param>
/// <param name="Lines">Lines to show, without line ends; empty where the line is taken in silence.</param>
/// <param name="Effects">What must be on disk before the lines are shown.</param>
/// <param name="Warning">
/// What was expected instead, where the line could not be read; the state is then unchanged. A face shows it beside the
/// transcript, never in it.
/// </param>
public sealed record TranscriptStep(
    TranscriptState State,
    ImmutableArray<string> Lines,
    ImmutableArray<TranscriptEffect> Effects,
    string? Warning = null
)
{
    /// <summary>
    /// What the lines say besides question, answer and verdict, Markdown, a text each: which grade was recorded, that an item
    /// was put aside. For faces that show those three in their own way.
    /// </summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The step with something more said before what it says itself.</summary>
    internal TranscriptStep Noting(params IEnumerable<string> notes) => this with { Notes = [.. notes, .. Notes] };
}
