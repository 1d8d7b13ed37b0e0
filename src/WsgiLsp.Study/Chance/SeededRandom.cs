using System.Collections.Immutable;

namespace WsgiLsp.Study.Chance;

/// <summary>
/// SplitMix64 with Fisher and Yates's shuffle: the same seed gives the same order on every platform and in every release,
/// which a session that is resumed, and the log, rely on.
/// </summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one purpose of a session, independent of its other ones.</summary>
    public static SeededRandom For(int seed, string purpose) => new(StableHash.Of(purpose) ^ ((ulong)(uint)seed << 32));

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
        _state += StableHash.Golden;
        return (int)(StableHash.Mix(_state) % (ulong)bound);
    }
}
