namespace WsgiLsp.Decks.Syntax;

/// <summary>Where a section begins.</summary>
/// <param name="Start">Offset of the first line of its heading.</param>
/// <param name="Level">The heading's level, 1–6.</param>
internal readonly record struct Cut(int Start, int Level)
{
    /// <summary>Index of the section that holds an offset; the one that begins there at a border.</summary>
    public static int IndexAt(Cut[] cuts, int offset)
    {
        var (low, high) = (0, cuts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (cuts[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
