namespace WsgiLsp.Study.Scheduling;

/// <summary>Where an item is between its first answer and long intervals.</summary>
public enum LearningPhase
{
    /// <summary>Never answered.</summary>
    New,

    /// <summary>On a learning step: minutes, not days.</summary>
    Learning,

    /// <summary>Asked again after days.</summary>
    Review,

    /// <summary>Missed in review, and on a step since.</summary>
    Relearning,
}
