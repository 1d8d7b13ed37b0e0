using WsgiLsp.Study.Chance;

namespace WsgiLsp.Study.Simulation;

/// <summary>
/// Chance as a simulation draws it: the same for an item's answer whatever else happened, so that two simulations differ by
/// what they compare and not by luck.
/// </summary>
internal static class Chances
{
    /// <summary>A number in 0…1, 1 excluded.</summary>
    /// <param name="seed">The simulation's.</param>
    /// <param name="item">The item's key.</param>
    /// <param name="repetition">How often the item was answered before.</param>
    /// <param name="purpose">What the number decides.</param>
    public static double Draw(int seed, string item, int repetition, Purpose purpose) =>
        (StableHash.Mix(StableHash.Of(item, repetition, seed) + (StableHash.Golden * (ulong)(int)purpose)) >> 11)
        * (1.0 / (1UL << 53));

    /// <summary>What a number decides.</summary>
    internal enum Purpose
    {
        /// <summary>Whether an answer is recalled.</summary>
        Recall = 1,

        /// <summary>Which grade it gets.</summary>
        Grade,
    }
}
