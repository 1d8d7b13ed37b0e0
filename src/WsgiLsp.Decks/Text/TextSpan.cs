namespace WsgiLsp.Decks.Text;

/// <summary>A stretch of text: UTF-16 code units, 0-based, end exclusive.</summary>
/// <param name="Start">Offset of the first code unit, at least 0.</param>
/// <param name="Length">Number of code units, at least 0.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The span between two offsets.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The same stretch, counted from an origin that lies <paramref name="offset"/> code units earlier.</summary>
    public TextSpan Shift(int offset) => this with { Start = Start + offset };

    /// <summary>Whether <paramref name="offset"/> lies inside or at either end.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;
}
