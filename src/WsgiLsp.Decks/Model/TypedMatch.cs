namespace WsgiLsp.Decks.Model;

/// <summary>How a typed answer is compared with the accepted ones.</summary>
public enum TypedMatch
{
    /// <summary><c>exact</c>: letter by letter.</summary>
    Exact,

    /// <summary><c>ci</c>: upper and lower case and accents do not matter.</summary>
    IgnoreCase,

    /// <summary><c>number</c>: as numbers, within a tolerance.</summary>
    Number,
}
