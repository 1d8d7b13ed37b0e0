using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Scheduling;

/// <summary>The formulas of FSRS-6 with a learner's weights: those of each family.</summary>
/// <param name="production">For answers that are produced.</param>
/// <param name="recognition">For answers that are recognized.</param>
public sealed class LearnerFsrs(Fsrs production, Fsrs recognition)
{
    /// <summary>With the published weights.</summary>
    public static LearnerFsrs Default { get; } = new(new Fsrs(FsrsWeights.Default), new Fsrs(FsrsWeights.Default));

    /// <summary>The formulas of a family.</summary>
    public Fsrs this[WeightsFamily family] => family == WeightsFamily.Recognition ? recognition : production;

    /// <summary>The formulas of a kind of card.</summary>
    public Fsrs this[CardKind kind] => this[WeightsFamilies.Of(kind)];
}
