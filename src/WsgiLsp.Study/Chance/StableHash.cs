namespace WsgiLsp.Study.Chance;

/// <summary>Hashes that are the same in every process, on every platform and in every release.</summary>
internal static class StableHash
{
    /// <summary>2⁶⁴ divided by the golden ratio: steps that reach all numbers, far from one another.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15UL;

    /// <summary>FNV-1a of a text: string.GetHashCode differs from process to process.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>A text with two numbers.</summary>
    public static ulong Of(string text, int first, int second) =>
        Mix(Of(text) + (Golden * (ulong)(uint)first) + ((ulong)(uint)second << 32));

    /// <summary>SplitMix64's finish: each bit of the result depends on all bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
