namespace WsgiLsp.Study.Scheduling;

/// <summary>What FSRS believes of a memory.</summary>
/// <param name="Stability">Days until the chance of recall has fallen to 90 %: 0.001…36500.</param>
/// <param name="Difficulty">How little each success adds: 1…10.</param>
public readonly record struct MemoryState(double Stability, double Difficulty);
