using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Tokens;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// A parsed section: a pure function of its text and context, so that it can be kept while the rest of the deck changes.
/// All spans count from its own start. No syntax tree is kept.
/// </summary>
internal sealed class Section
{
    private ImmutableArray<DeckToken> tokens;
    private ImmutableArray<TextSpan> parts;

    public required string Text { get; init; }

    public required SectionContext Context { get; init; }

    /// <summary>How many lines after its own first one the next section begins.</summary>
    public required int LineCount { get; init; }

    /// <summary>The heading's level; 0 for the preamble.</summary>
    public required int Level { get; init; }

    /// <summary>The heading as plain text.</summary>
    public string Title { get; init; } = "";

    /// <summary>The anchor that gives a card its id, before repeats are numbered: blanks and attributes are left out.</summary>
    public string Anchor { get; init; } = "";

    public TextSpan Heading { get; init; }

    public CardMetadata Metadata { get; init; } = CardMetadata.None;

    /// <summary>The metadata comment under the heading, whether or not it fits the heading's role.</summary>
    public MetadataComment? Comment { get; init; }

    /// <summary>The metadata comment, where it speaks of what this heading is: a card, or a group.</summary>
    public MetadataComment? OwnComment => Comment?.Suits(Context.Role) == true ? Comment : null;

    /// <summary>The attributes at the heading's end.</summary>
    public HeadingAttributes? Attributes { get; init; }

    /// <summary>The card's content; null for headings that are no card.</summary>
    public CardContent? Content { get; init; }

    /// <summary>What must be hidden from a reader who has not answered yet.</summary>
    public TextSpan? Answer { get; init; }

    /// <summary>Link definitions that the section makes.</summary>
    public ImmutableArray<LinkDefinition> Definitions { get; init; } = [];

    /// <summary>Relative links and images of the section, and such addresses of its definitions.</summary>
    public ImmutableArray<SectionLink> Links
    {
        get;
        init
        {
            field = value;
            foreach (var link in value)
            {
                LinkLengths |= LinkFragment.Lengths(link.Target.Fragment);
            }
        }
    } = [];

    /// <summary>How long the names can be that <see cref="Links"/> lead to: after <see cref="LinkFragment.Lengths"/>.</summary>
    public ulong LinkLengths { get; private init; }

    /// <summary>Names of places besides anchor and id: GitHub's own anchor where it is another, and what HTML names.</summary>
    public ImmutableArray<string> FurtherNames { get; init; } = [];

    /// <summary>What rules about the whole deck want to know of the card.</summary>
    public CardFacts Facts { get; init; }

    /// <summary>What is coloured; found when somebody asks.</summary>
    public ImmutableArray<DeckToken> Tokens => tokens.IsDefault ? tokens = SectionTokens.Of(this) : tokens;

    /// <summary>Where the card's options or concepts stand; found when somebody asks.</summary>
    public ImmutableArray<TextSpan> Parts => parts.IsDefault ? parts = CardParts.Of(this) : parts;

    /// <summary>What the rules that look at one section have to say, before switches and <c>ignore</c>.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
