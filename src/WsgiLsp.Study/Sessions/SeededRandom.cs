using System.Collections.Immutable;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// SplitMix64 with Fisher and Yates's shuffle: the same seed gives the same order on every platform and in every release,
/// which a session that is resumed, and the log, rely on.
/// </summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one purpose of a session, independent of its other ones.</summary>
    public static SeededRandom For(int seed, string purpose)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var unit in purpose)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return new SeededRandom(hash ^ ((ulong)(uint)seed << 32));
    }

    public ImmutableArray<T> Shuffle<T>(IEnumerable<T> source)
    {
        T[] items = [.. source];
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }

        return [.. items];
    }

    /// <summary>A number in 0…<paramref name="bound"/>−1; the bias of the remainder is below 2⁻³² here.</summary>
    private int Below(int bound)
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }
}
