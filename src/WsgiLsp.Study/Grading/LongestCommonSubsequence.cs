namespace WsgiLsp.Study.Grading;

/// <summary>The longest sequence that two sequences have in common, with gaps.</summary>
internal static class LongestCommonSubsequence
{
    /// <summary>Its length.</summary>
    public static int Length<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : IEquatable<T> => Table(a, b)[0][0];

    /// <summary>At [i][j] its length for what follows index i of one sequence and index j of the other.</summary>
    public static int[][] Table<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : IEquatable<T>
    {
        var table = new int[a.Length + 1][];
        table[a.Length] = new int[b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            table[i] = new int[b.Length + 1];
            for (var j = b.Length - 1; j >= 0; j--)
            {
                table[i][j] = a[i].Equals(b[j]) ? table[i + 1][j + 1] + 1 : Math.Max(table[i + 1][j], table[i][j + 1]);
            }
        }

        return table;
    }
}
