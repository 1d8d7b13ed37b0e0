namespace WsgiLsp.Decks.Names;

/// <summary>How a word of a deck names something.</summary>
public enum NameUse
{
    /// <summary>A heading, which gives its section an anchor, and its card an id where it has no own.</summary>
    Heading,

    /// <summary>A card's own id.</summary>
    CardId,

    /// <summary>The deck's own id.</summary>
    DeckId,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A card that is to be learned first.</summary>
    RequiredCard,

    /// <summary>A deck that is to be learned first, or whose card is.</summary>
    RequiredDeck,

    /// <summary>The file that a link leads to.</summary>
    LinkPath,

    /// <summary>The place in a file that a link leads to.</summary>
    LinkFragment,
}
