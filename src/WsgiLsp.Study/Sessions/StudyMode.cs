using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>What kind of session it is: each a filter and a policy over the same engine.</summary>
public enum StudyMode
{
    /// <summary>Each card in its own way.</summary>
    Mixed,

    /// <summary>Cards that the learner grades: <c>recall</c>.</summary>
    Recall,

    /// <summary>Options: <c>choice</c>.</summary>
    Choice,

    /// <summary>Free writing: <c>explain</c>.</summary>
    Explain,

    /// <summary>Typed answers: <c>type</c>.</summary>
    Type,

    /// <summary>Blanks: <c>cloze</c>.</summary>
    Cloze,

    /// <summary>Pairs: <c>match</c>.</summary>
    Match,

    /// <summary>Rows: <c>order</c>.</summary>
    Order,

    /// <summary>All kinds but recall, with the verdicts at the end: <c>exam</c>.</summary>
    Exam,

    /// <summary>A page to read, most forgotten first; nothing is asked: <c>cheat-sheet</c>.</summary>
    CheatSheet,
}

/// <summary>Names and filters of modes.</summary>
public static class StudyModes
{
    /// <summary>The names of all modes but <see cref="StudyMode.Mixed"/>, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["recall", "choice", "explain", "type", "cloze", "match", "order", "exam", "cheat-sheet"];

    /// <summary>What the log calls the mode of blanks that were made of missed concepts, which nobody chooses.</summary>
    public const string Drill = "drill";

    /// <summary>The mode of that name, or null.</summary>
    public static StudyMode? Parse(string name) =>
        Names.IndexOf(name) is >= 0 and var index ? (StudyMode)(index + 1) : null;

    /// <summary>The mode's name; <c>mixed</c> for the one without a name.</summary>
    public static string Name(this StudyMode mode) => mode == StudyMode.Mixed ? "mixed" : Names[(int)mode - 1];

    /// <summary>Whether a mode has cards of a kind.</summary>
    public static bool Has(this StudyMode mode, CardKind kind) =>
        mode switch
        {
            _ when kind == CardKind.Note => false,
            StudyMode.Mixed or StudyMode.CheatSheet => true,
            StudyMode.Exam => kind != CardKind.Recall,
            _ => Of(kind) == mode,
        };

    /// <summary>The mode that asks a kind in its own way.</summary>
    public static StudyMode Of(CardKind kind) =>
        kind switch
        {
            CardKind.Choice or CardKind.Multi or CardKind.TrueFalse => StudyMode.Choice,
            CardKind.Explain => StudyMode.Explain,
            CardKind.Typed => StudyMode.Type,
            CardKind.Cloze => StudyMode.Cloze,
            CardKind.Match => StudyMode.Match,
            CardKind.Order => StudyMode.Order,
            _ => StudyMode.Recall,
        };
}
