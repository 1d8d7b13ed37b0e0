using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Writes the grades to choose from, what each would do, and which is suggested, if any.</summary>
internal delegate string GradesLine(Grade? suggested);

/// <summary>
/// How one kind of card is asked in a transcript: what it shows and how it reads a line. One subclass a kind, without state;
/// <see cref="TranscriptMachine"/> does what is common to all.
/// </summary>
internal abstract class Asker
{
    private static readonly RecallAsker Recall = new();
    private static readonly ChoiceAsker Choice = new();
    private static readonly MultiAsker Multi = new();
    private static readonly TrueFalseAsker TrueFalse = new();
    private static readonly ExplainAsker Explain = new();
    private static readonly TypedAsker Typed = new();
    private static readonly ClozeAsker Cloze = new();
    private static readonly OrderAsker Order = new();
    private static readonly MatchAsker Match = new();

    /// <summary>The asker of an item. <see cref="SessionPlan.CanAsk"/> lets no other kind into a session.</summary>
    public static Asker For(SessionItem item) =>
        item.Card.Content switch
        {
            RecallContent => Recall,
            TypedContent => Typed,
            ClozeContent => Cloze,
            OrderContent => Order,
            MatchContent => Match,
            ChoiceContent { IsMulti: false } => Choice,
            ChoiceContent => Multi,
            TrueFalseContent => TrueFalse,
            ExplainContent => Explain,
            _ => throw new ArgumentException($"A card of kind {item.Card.Kind.Name()} cannot be asked.", nameof(item)),
        };

    /// <summary>Whether commands need a colon before them, because anything may be an answer.</summary>
    public virtual bool CommandsNeedColon => false;

    /// <summary>Lines between the prompt and the ask line.</summary>
    public virtual IEnumerable<string> Body(SessionItem item) => [];

    /// <summary>The line that says what may be typed.</summary>
    /// <param name="item">What is asked.</param>
    /// <param name="open">How far it is.</param>
    /// <param name="grades">Writes the grades to choose from, for kinds that the learner grades.</param>
    public abstract string AskLine(SessionItem item, OpenItem open, GradesLine grades);

    /// <summary>Reads a line that is no command.</summary>
    /// <param name="item">What is asked.</param>
    /// <param name="open">How far it is.</param>
    /// <param name="line">The line as typed.</param>
    /// <param name="options">What the learner set.</param>
    public abstract Reading Read(SessionItem item, OpenItem open, string line, TranscriptOptions options);

    /// <summary><c>??</c></summary>
    public abstract Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options);

    /// <summary>The answer that stands revealed, for kinds that the learner grades.</summary>
    public virtual IEnumerable<string> Revealed(SessionItem item, Judging judging) => [];

    /// <summary><c>:done</c>; null for kinds that take one line, which have no use for it.</summary>
    public virtual Reading? Done(SessionItem item, Asking asking, TranscriptOptions options) => null;

    /// <summary>What may be typed, for who typed something else.</summary>
    public abstract string Expected(SessionItem item, OpenItem open, TranscriptOptions options);

    /// <summary>The ask line of a question that is not answered yet: what may be typed, and which commands.</summary>
    /// <param name="item">What is asked.</param>
    /// <param name="open">How far it is.</param>
    /// <param name="what">What may be typed as an answer.</param>
    protected string Ask(SessionItem item, OpenItem open, string what)
    {
        var answer = item.IsExam ? "skip" : "answer";
        string?[] parts =
        [
            what,
            HintIsLeft(item, open) ? $"{Colon}? hint" : null,
            HasReveal ? $"{Colon}?? {answer}" : null,
        ];
        return TranscriptMarks.Ask + string.Join(TranscriptMarks.Separator, parts.OfType<string>());
    }

    /// <summary>Whether the ask line says how to get the answer.</summary>
    protected virtual bool HasReveal => true;

    private string Colon => CommandsNeedColon ? ":" : "";

    /// <summary>Whether a hint is left to show; an exam shows none.</summary>
    private static bool HintIsLeft(SessionItem item, OpenItem open) =>
        !item.IsExam && open is Asking asking && asking.Hints < item.Card.Content.Hints.Length;

    /// <summary>A sentence that names the commands that help.</summary>
    public string Commands(SessionItem item, OpenItem open) =>
        item.IsExam ? $"`{Colon}??` skips the item."
        : HintIsLeft(item, open) ? $"`{Colon}?` gives a hint, `{Colon}??` the answer."
        : $"`{Colon}??` gives the answer.";
}
