namespace WsgiLsp.Study.Scheduling;

/// <summary>What a scheduler knows of an item.</summary>
/// <param name="Phase">Where the item is.</param>
/// <param name="Step">0-based index of its step while it is learned or relearned; else 0.</param>
/// <param name="Memory">Its memory; meaningless while it is new.</param>
public readonly record struct ItemSchedule(LearningPhase Phase, int Step, MemoryState Memory)
{
    /// <summary>Whether it waits minutes, not days.</summary>
    public bool IsOnStep => Phase is LearningPhase.Learning or LearningPhase.Relearning;
}

/// <summary>What an answer does to an item.</summary>
/// <param name="After">The item after the answer.</param>
/// <param name="Delay">How long it waits on a step; zero where it waits days.</param>
/// <param name="RawInterval">The interval in days before rounding; 0 where it waits on a step.</param>
/// <param name="Days">The interval in whole days, without fuzz; 0 where it waits on a step.</param>
public readonly record struct ScheduledAnswer(ItemSchedule After, TimeSpan Delay, double RawInterval, int Days);
