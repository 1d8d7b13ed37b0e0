using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Checking;

/// <summary>A finding with all that reports say about it, so that its deck can be let go.</summary>
internal sealed record CheckFinding
{
    /// <summary>The deck that it is in.</summary>
    public required DeckName Deck { get; init; }

    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>First position in the file.</summary>
    public required LinePosition Start { get; init; }

    /// <summary>Position just past it.</summary>
    public required LinePosition End { get; init; }

    /// <summary>The line on which it begins.</summary>
    public required SourceLine Line { get; init; }

    /// <summary>Ways to mend it, the obvious one first.</summary>
    public required ImmutableArray<CheckFix> Fixes { get; init; }

    /// <summary>Other places involved.</summary>
    public required ImmutableArray<CheckRelated> Related { get; init; }

    /// <summary>Whether <c>--fix</c> mends it.</summary>
    public bool IsFixable => Fixes.Any(fix => fix.IsSafe);

    /// <summary>A finding in a deck, or in a <c>wsgilsp.json</c>.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="place">The finding.</param>
    /// <param name="nameOf">The names of other decks, by their full paths; needed where the finding involves one.</param>
    public static CheckFinding Of(
        DeckName name,
        SourceText text,
        PlacedFinding place,
        Func<string, DeckName>? nameOf = null
    ) =>
        new()
        {
            Deck = name,
            Rule = place.Finding.Rule,
            Severity = place.Finding.Severity,
            Message = place.Finding.Message,
            Start = place.Start,
            End = place.End,
            Line = SourceLine.Of(text, place.Start, place.End),
            Fixes = [.. place.Finding.Fixes.Select(fix => CheckFix.Of(text, place, fix))],
            Related =
            [
                .. place.Finding.Related.Select(related =>
                    CheckRelated.Of(related.Path is { } path ? nameOf!(path) : name, related)
                ),
            ],
        };
}

/// <summary>A way to mend a finding.</summary>
/// <param name="Title">What it does.</param>
/// <param name="IsSafe">Whether <c>--fix</c> applies it.</param>
/// <param name="Edits">What it writes.</param>
internal sealed record CheckFix(string Title, bool IsSafe, ImmutableArray<CheckEdit> Edits)
{
    public static CheckFix Of(SourceText text, PlacedFinding place, Fix fix) =>
        new(fix.Title, fix.IsSafe, [.. place.Edits(fix).Select(edit => CheckEdit.Of(text, edit))]);
}

/// <summary>What a fix writes instead of what stands between two positions.</summary>
internal sealed record CheckEdit(LinePosition Start, LinePosition End, string NewText)
{
    public static CheckEdit Of(SourceText text, TextEdit edit) =>
        new(text.GetPosition(edit.Span.Start), text.GetPosition(edit.Span.End), edit.NewText);
}

/// <summary>Another place that a finding is about.</summary>
internal sealed record CheckRelated(DeckName Deck, string Message, LinePosition Start, LinePosition End)
{
    /// <param name="name">The deck in which the place is.</param>
    /// <param name="related">The place.</param>
    public static CheckRelated Of(DeckName name, RelatedPlace related) =>
        new(name, related.Message, related.Start, related.End);
}
