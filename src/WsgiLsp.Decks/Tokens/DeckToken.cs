using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tokens;

/// <summary>What a word or sign is to the deck, beyond what it is in Markdown.</summary>
public enum DeckTokenKind
{
    /// <summary>The word <c>card</c> or <c>cards</c> that makes a comment one of ours.</summary>
    CommentWord,

    /// <summary>A key of the front matter, a comment or a heading's attributes, as far as it is known.</summary>
    Key,

    /// <summary>A value that is one of a few words: a level, a kind, <c>true</c>.</summary>
    Word,

    /// <summary>A value that is a number.</summary>
    Number,

    /// <summary>A card's or deck's own id.</summary>
    Id,

    /// <summary>Another card's or deck's name: in <c>requires</c>, or the address of a link to it.</summary>
    Reference,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A rule that is to be silent.</summary>
    Rule,

    /// <summary>The marks of a blank, and its number.</summary>
    BlankMark,

    /// <summary>What belongs into a blank.</summary>
    Blank,

    /// <summary>What is shown in a blank's place.</summary>
    BlankHint,

    /// <summary>The box of an option that is a key.</summary>
    KeyBox,

    /// <summary>The box of any other option.</summary>
    Box,

    /// <summary>The mark of a callout that is known: a hint, an explanation, a rubric.</summary>
    Callout,

    /// <summary>A term that a full answer mentions: bold in a rubric.</summary>
    Concept,
}

/// <summary>A word or sign with a meaning, on one line.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct DeckToken(TextSpan Span, DeckTokenKind Kind);
