using System.Collections.Immutable;

namespace WsgiLsp.Study.Reviews;

/// <summary>What happened.</summary>
public enum ReviewEventKind
{
    /// <summary>An item was answered and graded.</summary>
    Review,

    /// <summary>A review was taken back.</summary>
    Undo,

    /// <summary>A review got another grade.</summary>
    Regrade,

    /// <summary>Concept verdicts of a review were corrected.</summary>
    Overrule,

    /// <summary>The item is out of study until resumed.</summary>
    Suspend,

    /// <summary>A suspended item is back.</summary>
    Resume,

    /// <summary>The item is out of study for the rest of the study day.</summary>
    Bury,

    /// <summary>The item is due at once.</summary>
    DueNow,

    /// <summary>The item takes over another one's history.</summary>
    Attach,

    /// <summary>An attachment was taken back.</summary>
    Detach,

    /// <summary>The item begins anew although an older history might be its own.</summary>
    StartFresh,

    /// <summary>The item's history is void.</summary>
    Reset,

    /// <summary>The answer was looked at outside a session.</summary>
    Peek,

    /// <summary>The item's texts, kept when they change.</summary>
    Seen,

    /// <summary>New scheduler weights.</summary>
    Weights,
}

/// <summary>The names of event kinds in the log.</summary>
public static class ReviewEventKinds
{
    private static readonly ImmutableArray<string> Names =
    [
        "review",
        "undo",
        "regrade",
        "overrule",
        "suspend",
        "resume",
        "bury",
        "due-now",
        "attach",
        "detach",
        "start-fresh",
        "reset",
        "peek",
        "seen",
        "weights",
    ];

    /// <summary>The kind's name in the log, such as <c>due-now</c>.</summary>
    public static string Name(this ReviewEventKind kind) => Names[(int)kind];

    /// <summary>The kind of that name, or null.</summary>
    public static ReviewEventKind? Parse(string name) =>
        Names.IndexOf(name) is >= 0 and var index ? (ReviewEventKind)index : null;
}
