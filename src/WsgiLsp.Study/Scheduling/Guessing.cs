namespace WsgiLsp.Study.Scheduling;

/// <summary>Whoever knows an answer gives it; who does not may guess.</summary>
public static class Guessing
{
    /// <summary>The chance of a right answer.</summary>
    /// <param name="known">The chance that it is known, 0…1.</param>
    /// <param name="guess">The chance to be right without knowing anything, 0…1.</param>
    public static double ChanceOfRight(double known, double guess) => guess + ((1 - guess) * known);
}
