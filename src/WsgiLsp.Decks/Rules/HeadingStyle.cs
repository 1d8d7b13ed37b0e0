namespace WsgiLsp.Decks.Rules;

/// <summary>How a heading is written, as far as it tells accidents from intent.</summary>
internal enum HeadingStyle : byte
{
    /// <summary>In no way that matters here.</summary>
    Other,

    /// <summary>Of level 2, with two signs before it.</summary>
    Signs,

    /// <summary>Of level 2, with just three dashes below it, as a line across the page has them.</summary>
    ShortUnderline,
}
