namespace WsgiLsp.Study.Grading;

/// <summary>How much of an answer that has parts was right.</summary>
/// <param name="Got">Parts that were right, 0…<paramref name="Total"/>.</param>
/// <param name="Total">Number of parts, at least 1.</param>
public readonly record struct PartMarks(int Got, int Total)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsFull => Got == Total;
}
