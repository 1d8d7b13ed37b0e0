namespace WsgiLsp.Decks.Model;

/// <summary>How advanced a card is.</summary>
public enum CardLevel
{
    /// <summary><c>beginner</c></summary>
    Beginner,

    /// <summary><c>intermediate</c></summary>
    Intermediate,

    /// <summary><c>advanced</c></summary>
    Advanced,
}
