namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>How far a place of an answer says what a wording says, beyond its key terms.</summary>
/// <param name="Words">Number of the wording's words with content.</param>
/// <param name="Found">How many of them the place has.</param>
/// <param name="Exact">How many of these without a typo.</param>
/// <param name="InOrder">Pairs of them in the wording's order.</param>
/// <param name="Turned">Pairs in the opposite order.</param>
/// <param name="Rivals">Words that the rubric or question uses, but not this wording.</param>
/// <param name="RivalThings">How many of them are things, which could do what another does.</param>
/// <param name="MissingThings">Things of the wording that the place does not have.</param>
/// <param name="Role">Whether the one who acts is the same.</param>
internal readonly record struct Agreement(
    int Words,
    int Found,
    int Exact,
    int InOrder,
    int Turned,
    int Rivals,
    int RivalThings,
    int MissingThings,
    RoleVerdict Role
)
{
    /// <summary>Whether the words that it has stand in the wording's order, and no word of another concept among them.</summary>
    public bool IsInOneGo { get; init; }

    /// <summary>How many of them are negated here and not there, or the other way round.</summary>
    public int NegatedOtherwise { get; init; }

    /// <summary>Whether its key terms are negated here and not there, or the other way round.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether a word of it is replaced by its opposite.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Whether something speaks for the opposite: a single negation may be an accident of reading.</summary>
    public bool IsDoubtful => NegatedOtherwise > 0 || IsNegated != IsReversed;

    /// <summary>Whether it says the opposite.</summary>
    public bool IsOpposite => NegatedOtherwise > 1 || (IsReversed && !IsNegated);

    /// <summary>Whether it is nearly the wording itself, whatever else is said before and after it.</summary>
    private bool IsVerbatim => IsInOneGo && 4 * Found >= 3 * Words && MissingThings == 0;

    /// <summary>
    /// Whether it says the same, as far as words can tell: at least half of the wording, mostly in its order, and hardly a
    /// word of another concept; or nearly all of it with the same one acting.
    /// </summary>
    public bool IsClose =>
        Role != RoleVerdict.Other
        && (
            IsVerbatim
            || (2 * Found >= Words && 3 * Turned <= InOrder && Rivals <= 1 && RivalThings == 0)
            || (
                4 * Found >= 3 * Words
                && 2 * Turned <= InOrder
                && Rivals <= 1
                && MissingThings <= 1
                && Role == RoleVerdict.Same
            )
        );

    /// <summary>Whether it may say the same, in another order or together with something else.</summary>
    public bool IsPossible =>
        Role != RoleVerdict.Other
        && 5 * Found >= 2 * Words
        && Turned <= InOrder
        && Rivals <= 2
        && RivalThings + MissingThings <= 2;
}
