using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>What a heading is to its deck.</summary>
public enum SectionRole
{
    /// <summary>What stands before the first heading, front matter included.</summary>
    Preamble,

    /// <summary>The file's title and introduction.</summary>
    Title,

    /// <summary>A heading with cards below it.</summary>
    Group,

    /// <summary>A heading that is a card, or a note.</summary>
    Card,
}

/// <summary>A stretch of a deck from one heading to the next that matters, at its place in the file.</summary>
public readonly record struct DeckSection
{
    /// <summary>What the heading is to the deck.</summary>
    public required SectionRole Role { get; init; }

    /// <summary>The heading's level, 1–6; 0 for the preamble.</summary>
    public required int Level { get; init; }

    /// <summary>The heading as plain text on one line.</summary>
    public required string Title { get; init; }

    /// <summary>The heading's anchor on GitHub, unique in its deck; empty for the preamble.</summary>
    public required string Anchor { get; init; }

    /// <summary>The whole section, heading included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The 0-based line on which the section begins.</summary>
    public required int StartLine { get; init; }

    /// <summary>The 0-based line after the section's last one.</summary>
    public required int EndLine { get; init; }

    /// <summary>The heading's own lines, without the line end; empty for the preamble.</summary>
    public required TextSpan Heading { get; init; }

    /// <summary>The metadata comment under the heading; empty at the heading's end where there is none.</summary>
    public required TextSpan Metadata { get; init; }

    /// <summary>
    /// What must be hidden from a reader who has not answered yet: the answer, or options' feedback, up to the section's
    /// last line with text. Null where nothing is to hide.
    /// </summary>
    public required TextSpan? Answer { get; init; }

    /// <summary>The card, or null for a group, title or preamble. Its kind may be note.</summary>
    public required Card? Card { get; init; }
}
