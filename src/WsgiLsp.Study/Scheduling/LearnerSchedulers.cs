namespace WsgiLsp.Study.Scheduling;

/// <summary>A learner's schedulers: one a family.</summary>
/// <param name="fsrs">The formulas with the learner's weights.</param>
/// <param name="options">What the learner set.</param>
public sealed class LearnerSchedulers(LearnerFsrs fsrs, SchedulerOptions options)
{
    private readonly Scheduler _production = new(fsrs[WeightsFamily.Production], options);
    private readonly Scheduler _recognition = new(fsrs[WeightsFamily.Recognition], options);

    /// <summary>The formulas with the learner's weights.</summary>
    public LearnerFsrs Fsrs => fsrs;

    /// <summary>The scheduler of a family.</summary>
    public Scheduler this[WeightsFamily family] => family == WeightsFamily.Recognition ? _recognition : _production;

    /// <summary>The schedulers for a deck.</summary>
    /// <param name="aim">What the deck wants.</param>
    public LearnerSchedulers For(DeckAim aim) =>
        aim == default
            ? this
            : new LearnerSchedulers(fsrs, options with { Retention = aim.Retention ?? options.Retention, By = aim.By });
}
