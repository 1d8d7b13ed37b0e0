namespace WsgiLsp.Study.Optimizing;

/// <summary>How wrong a chance was: the less somebody gave to what came, the more it costs.</summary>
internal static class LogLoss
{
    // Nobody is as sure as not to be able to be wrong.
    private const double Least = 1e-9;

    /// <summary>The loss, at least 0.</summary>
    /// <param name="chance">The chance of a right answer, 0…1.</param>
    /// <param name="isGot">Whether it was right.</param>
    public static double Of(double chance, bool isGot) => -Math.Log(Math.Max(Least, isGot ? chance : 1 - chance));

    /// <summary>How the loss changes with the chance.</summary>
    public static double Slope(double chance, bool isGot) =>
        isGot ? -1 / Math.Max(Least, chance) : 1 / Math.Max(Least, 1 - chance);
}
