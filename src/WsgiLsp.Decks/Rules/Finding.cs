using System.Collections.Immutable;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>How much a finding matters; the numbers are LSP's.</summary>
public enum Severity
{
    /// <summary>The deck does not do what it looks like it does.</summary>
    Error = 1,

    /// <summary>Very likely a mistake.</summary>
    Warning = 2,

    /// <summary>Worth a look.</summary>
    Information = 3,

    /// <summary>A suggestion.</summary>
    Hint = 4,
}

/// <summary>
/// What a rule has to say about one place. Spans count from the start of the section that the finding belongs to, so
/// that it can be kept while text elsewhere changes; <see cref="PlacedFinding"/> gives places in the file.
/// </summary>
public sealed record Finding
{
    /// <summary>The rule's name, such as <c>no-key</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it matters, after the deck's switches.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong and what to do, in one or two sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The exact place.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First position of <see cref="Span"/>.</summary>
    public required LinePosition Start { get; init; }

    /// <summary>Position just past <see cref="Span"/>.</summary>
    public required LinePosition End { get; init; }

    /// <summary>Ways to mend it, the obvious one first.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>Other places involved, as line and column of the whole file.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];
}

/// <summary>A way to mend a finding.</summary>
/// <param name="Title">What it does, as a menu shows it.</param>
/// <param name="Edits">The edits, in ascending order and without overlap.</param>
/// <param name="IsPreferred">Whether it is the obvious one, which a single key may apply.</param>
/// <param name="IsSafe">
/// Whether it may be applied without a look, by <c>check --fix</c> and <c>source.fixAll</c>: it writes what the author
/// plainly meant and guesses nothing. A finding has one such fix at most.
/// </param>
public sealed record Fix(string Title, ImmutableArray<TextEdit> Edits, bool IsPreferred = false, bool IsSafe = false);

/// <summary>Another place that a finding is about.</summary>
/// <param name="Message">What is there.</param>
/// <param name="Start">First position, in the whole file.</param>
/// <param name="End">Position just past it, in the whole file.</param>
public sealed record RelatedPlace(string Message, LinePosition Start, LinePosition End)
{
    /// <summary>Full path of the file that it is in; null where that is the finding's own file.</summary>
    public string? Path { get; init; }
}

/// <summary>A finding at its place in the file.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Offset">Where its section begins: UTF-16 code units from the file's start.</param>
/// <param name="Line">The 0-based line on which its section begins.</param>
public readonly record struct PlacedFinding(Finding Finding, int Offset, int Line)
{
    /// <summary>The exact place in the file.</summary>
    public TextSpan Span => Finding.Span.Shift(Offset);

    /// <summary>First position in the file.</summary>
    public LinePosition Start => Finding.Start with { Line = Finding.Start.Line + Line };

    /// <summary>Position just past it in the file.</summary>
    public LinePosition End => Finding.End with { Line = Finding.End.Line + Line };

    /// <summary>The order in which findings are listed: by place, and by rule where they begin together.</summary>
    internal static int Compare(PlacedFinding one, PlacedFinding other)
    {
        var order = one.Span.Start.CompareTo(other.Span.Start);
        return order != 0 ? order : string.CompareOrdinal(one.Finding.Rule, other.Finding.Rule);
    }

    /// <summary>A fix's edits, in the file.</summary>
    public ImmutableArray<TextEdit> Edits(Fix fix)
    {
        var offset = Offset;
        return [.. fix.Edits.Select(edit => edit with { Span = edit.Span.Shift(offset) })];
    }
}
