using System.Collections.Immutable;

namespace WsgiLsp.Rendering;

/// <summary>What a page knows of the texts that it shows.</summary>
public sealed record SafeHtmlOptions
{
    /// <summary>
    /// Makes an image's address of the source as the deck writes it; null to show the alternative text instead. What it
    /// returns must be a <c>data:image/…</c> address or one of a web page (<c>http</c>, <c>https</c>), else it is not used.
    /// </summary>
    public Func<string, string?> Image { get; init; } = _ => null;

    /// <summary>
    /// Makes an address of a relative link as the deck writes it, such as <c>other.deck.md#card</c> or <c>#card</c>; null to
    /// show its text only. What it returns is used if it is relative or of a scheme that links may have.
    /// </summary>
    public Func<string, string?> Link { get; init; } = _ => null;

    /// <summary>Whether links are shown as such. In labels, buttons and summaries they must not be.</summary>
    public bool HasLinks { get; init; } = true;

    /// <summary>The level of the outermost headings within a text, 1…6. Deeper ones follow without gaps.</summary>
    public int FirstHeading { get; init; } = 4;

    /// <summary>
    /// What stands in the place of blanks, safe HTML: the first for U+E000 in the text, the next for U+E001 and so on.
    /// </summary>
    internal ImmutableArray<string> Blanks { get; init; } = [];

    /// <summary>Labels that a deck defines elsewhere, for links such as <c>[text][label]</c>.</summary>
    public ImmutableArray<LinkReference> References { get; init; } = [];
}

/// <summary>A label that a deck defines: <c>[label]: address</c>.</summary>
/// <param name="Label">The label as it is written.</param>
/// <param name="Address">Where it leads.</param>
public sealed record LinkReference(string Label, string Address);
