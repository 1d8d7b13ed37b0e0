namespace WsgiLsp.Study.Grading;

/// <summary>Damerau's distance: letters left out, added, changed, and neighbours swapped.</summary>
internal static class EditDistance
{
    /// <summary>
    /// Whether two words are no more than so many slips apart. For one or two slips, of which each is tried where the
    /// words first differ, this takes no table and a time that grows with the words' length alone.
    /// </summary>
    /// <param name="a">A word.</param>
    /// <param name="b">Another word.</param>
    /// <param name="slips">At least 0; small, for the time grows with its power.</param>
    public static bool IsWithin(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int slips)
    {
        if (Math.Abs(a.Length - b.Length) > slips)
        {
            return false;
        }

        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.IsEmpty || b.IsEmpty)
        {
            return true;
        }

        return slips > 0
            && (
                IsWithin(a[1..], b[1..], slips - 1)
                || IsWithin(a[1..], b, slips - 1)
                || IsWithin(a, b[1..], slips - 1)
                || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && IsWithin(a[2..], b[2..], slips - 1))
            );
    }
}
